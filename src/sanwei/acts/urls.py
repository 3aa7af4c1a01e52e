from django.urls import path

from . import views

app_name = "acts"

urlpatterns = [path("sent", views.sent, name="sent")]
