"""A site that answers every path, for tests of what happens around its pages."""

from django.http import HttpRequest, HttpResponse
from django.urls import re_path


def answer(_request: HttpRequest) -> HttpResponse:
    """Nothing, successfully."""
    return HttpResponse()


urlpatterns = [re_path("", answer)]
