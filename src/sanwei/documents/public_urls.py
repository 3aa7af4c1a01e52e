from django.urls import path

from . import public

app_name = "verify"
urlpatterns = [
    path("", public.start, name="start"),
    path("<str:typed>", public.code, name="code"),
]
