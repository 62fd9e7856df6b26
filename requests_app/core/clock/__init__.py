"""The statutory clock: events in; state, deadlines and the working out (law/CONTRACT.md, RULES.md sections 0 to 3).

Reading order: ``records`` (what goes in and comes out), ``order``, ``case`` and ``happenings`` (facts from events),
``reply_days`` (the day a reply is due), ``dates_of_*`` (every date that follows), ``run``.
"""

from requests_app.core.clock.json_contract import clock_from_json
from requests_app.core.clock.records import Clock, ClockEvent, Deadline, Step
from requests_app.core.clock.run import run_clock

__all__ = ["Clock", "ClockEvent", "Deadline", "Step", "clock_from_json", "run_clock"]
