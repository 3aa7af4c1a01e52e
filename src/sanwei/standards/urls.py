from django.urls import path

from . import views

app_name = "standards"
urlpatterns = [
    path("phrases", views.phrases, name="phrases"),
    path("phrases/<slug:code>", views.do, name="do"),
]
