"""URLs of the site."""

from django.contrib import admin
from django.urls import include, path

handler400 = "requests_app.views.errors.bad_request"

urlpatterns = [
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
    path("", include("requests_app.urls")),
]
