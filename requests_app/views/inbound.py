"""Mail that a provider hands over."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from requests_app.core.errors import BadInput
from requests_app.gateways import webhooks
from requests_app.models import IncomingEmail
from requests_app.usecases.incoming import store_email


@csrf_exempt
@require_http_methods(["POST", "HEAD"])
def inbound(request: HttpRequest, provider: str) -> HttpResponse:
    """Keep what a provider hands over. Its answer is 200 only once all of it is kept: else the provider tries again.

    The request carries no session: it is believed for its signature or password (setting INBOUND).
    """
    secret = settings.INBOUND.get(provider, "")
    if not secret or provider not in webhooks.PROVIDERS:
        raise Http404
    if request.method == "HEAD":
        return HttpResponse()
    try:
        for raw in webhooks.mails_of(request, provider, secret):
            store_email(raw=raw, source=IncomingEmail.Source.WEBHOOK, now=timezone.now())
    except webhooks.Refused:
        return HttpResponse("The signature or the password is wrong, or this is no mail.", status=400)
    except BadInput as refusal:
        return HttpResponse(refusal.sentence, status=413)
    return HttpResponse()
