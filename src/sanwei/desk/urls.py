"""The desk is the front door; `login` and `logout` stand outside its name space, as Django looks for them."""

from django.urls import include, path

from .views import account, due, finding, home, law, reading, refused, road

desk = [
    path("", home.home, name="home"),
    path("duties", due.listing, name="duties"),
    path("duties.xlsx", due.sheet, name="duties_sheet"),
    path("duties/overview", due.overview, name="overview"),
    path("search", finding.find, name="search"),
    path("refusals", refused.refusals, name="refusals"),
    path("readings", reading.readings, name="readings"),
    path("drafts", road.drafts, name="drafts"),
    path("drafts/offline", road.offline, name="offline"),
    path("worker.js", road.worker, name="worker"),
    path("account", account.Account.as_view(), name="account"),
    path("law/", law.instruments, name="law"),
    path("law/duties", law.duties, name="law_duties"),
    path("law/parameters", law.parameters, name="parameters"),
    path("law/controls", law.controls, name="controls"),
    path("law/controls/<str:code>", law.control, name="control"),
    path("law/<slug:code>", law.instrument, name="instrument"),
]

urlpatterns = [
    path("login", account.SignIn.as_view(), name="login"),
    path("logout", account.SignOut.as_view(), name="logout"),
    path("", include((desk, "desk"))),
]
