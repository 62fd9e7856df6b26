"""URLs of the requests app."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
