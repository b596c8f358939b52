"""Logs in through the page, makes an API token through the page, and prints it."""

import html
import re
import sys
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

address, login, password = sys.argv[1].rstrip("/"), sys.argv[2], sys.argv[3]
browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))


def submit(form, page, **fields):
    """Sends the form of this id with what stands in it, and these fields over it."""
    text = browser.open(address + page).read().decode()
    part = re.search(rf'<form id="{form}".*?</form>', text, re.S).group(0)
    action = html.unescape(re.search(r'action="([^"]+)"', part).group(1))
    sent = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', part))
    sent.update(fields)
    return browser.open(address + action, urllib.parse.urlencode(sent).encode()).read().decode()


submit("login", "/login", login=login, password=password)
day = re.search(r'name="last_day" type="date" value="([^"]+)"', browser.open(address + "/account/tokens").read().decode())
answer = submit("token", "/account/tokens", name="schemathesis", scope="act", last_day=day.group(1))
print(re.search(r"bihuan_[0-9a-f]{64}", answer).group(0))
