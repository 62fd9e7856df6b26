"""URLs of the requests app."""

from django.urls import path

from requests_app.views import (
    clarifications,
    clock,
    drafts,
    events,
    foi_requests,
    outbox,
    people,
    replies,
    today,
)

urlpatterns = [
    path("", today.today, name="today"),
    path("clock/", clock.clock, name="clock"),
    path("clock.json", clock.clock_json, name="clock_json"),
    path("clock/calendar.ics", clock.clock_calendar, name="clock_calendar"),
    path("evidence/", today.evidence_page, name="evidence"),
    path("profile/", people.profile, name="profile"),
    path("outbox/", outbox.outbox, name="outbox"),
    path("outbox/<int:pk>/", outbox.outbox_email, name="outbox_email"),
    path("outbox/<int:pk>/act/", outbox.outbox_act, name="outbox_act"),
    path("requests/", foi_requests.request_list, name="request_list"),
    path("requests/new/", foi_requests.request_new, name="request_new"),
    path("requests/new/log/", foi_requests.request_log, name="request_log"),
    path("requests/new/write/", foi_requests.request_write, name="request_write"),
    path("requests/<str:reference>/", foi_requests.request_detail, name="request_detail"),
    path("requests/<str:reference>/questions/", foi_requests.request_questions, name="request_questions"),
    path("requests/<str:reference>/sent/", foi_requests.request_sent, name="request_sent"),
    path(
        "requests/<str:reference>/acknowledged/",
        foi_requests.request_acknowledged,
        name="request_acknowledged",
    ),
    path("requests/<str:reference>/withdraw/", foi_requests.request_withdrawn, name="request_withdrawn"),
    path(
        "requests/<str:reference>/clarification/",
        clarifications.clarification_asked,
        name="clarification_asked",
    ),
    path(
        "requests/<str:reference>/clarification/answer/",
        clarifications.clarification_answer,
        name="clarification_answer",
    ),
    path("requests/<str:reference>/events/", events.event_choose, name="event_choose"),
    path("requests/<str:reference>/events/<slug:kind>/new/", events.event_record, name="event_record"),
    path("requests/<str:reference>/events/<int:pk>/", events.event_correct, name="event_correct"),
    path("requests/<str:reference>/what-if/", events.request_what_if, name="request_what_if"),
    path("requests/<str:reference>/reply/", replies.reply_record, name="reply_record"),
    path("requests/<str:reference>/reply/<int:pk>/", replies.reply_review, name="reply_review"),
    path("requests/<str:reference>/messages/<int:pk>/", replies.message_detail, name="message_detail"),
    path(
        "requests/<str:reference>/messages/<int:pk>/files/<int:attachment_pk>/",
        replies.attachment_download,
        name="attachment_download",
    ),
    path("requests/<str:reference>/letters/<int:pk>/", drafts.draft_detail, name="draft_detail"),
    path("requests/<str:reference>/letters/<int:pk>/text/", drafts.draft_text, name="draft_text"),
    path("requests/<str:reference>/letters/<int:pk>/reopen/", drafts.draft_reopen, name="draft_reopen"),
    path("requests/<str:reference>/letters/<int:pk>/dismiss/", drafts.draft_dismiss, name="draft_dismiss"),
    path("requests/<str:reference>/letters/<int:pk>/sent/", drafts.draft_sent, name="draft_sent"),
]
