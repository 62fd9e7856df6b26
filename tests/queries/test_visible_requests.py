"""Which requests a person may see in lists and pages."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser

from requests_app import permissions
from requests_app.models import FoiRequest
from tests import factories as make

pytestmark = pytest.mark.django_db


def test_a_request_written_as_public_is_its_campaigns_until_it_is_sent() -> None:
    unsent = make.a_written_request(visibility="public")
    owner = make.owner_of(unsent.campaign)
    for anyone in (AnonymousUser(), make.a_person()):
        assert unsent not in FoiRequest.objects.visible_to(anyone)
        assert not permissions.can_view(anyone, unsent)
    assert unsent in FoiRequest.objects.visible_to(owner)
    assert permissions.can_view(owner, unsent)
