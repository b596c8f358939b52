"""A robot's service on 127.0.0.1: robots.py RECORD SECRET [CERTIFICATE KEY].

The robot's key says how it answers. `good` checks body and signature as the vendors describe it; SECRET may be empty.
"""

import base64
import hashlib
import hmac
import http.server
import json
import ssl
import sys
import threading
import time
import urllib.parse

import peer

RECORD, SECRET = sys.argv[1:3]
RELEASED = threading.Event()


def sha256(key, message):
    return base64.b64encode(hmac.new(key.encode(), message.encode(), hashlib.sha256).digest()).decode()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        self.do_POST()

    def do_POST(self):
        address = urllib.parse.urlsplit(self.path)
        query = {name: values[0] for name, values in urllib.parse.parse_qs(address.query).items()}
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        hook = "/open-apis/bot/v2/hook/"
        kind, key = {
            "/cgi-bin/webhook/send": ("wecom", query.get("key")),
            "/robot/send": ("dingtalk", query.get("access_token")),
        }.get(address.path, ("feishu", address.path.removeprefix(hook)) if address.path.startswith(hook) else ("", ""))
        peer.write(RECORD, {
            "kind": kind, "method": self.command, "path": address.path, "body": body.decode(),
            "type": self.headers.get("Content-Type", ""),
        })
        self.answer_as(kind, key, query, body)

    def answer_as(self, kind, key, query, body):
        mode, _, number = key.partition("-")
        name = "code" if kind == "feishu" else "errcode"
        if mode == "good":
            self.answer(200, {name: self.judge(kind, query, json.loads(body))})
        elif mode == "code":
            self.answer(200, {name: int(number.replace("minus", "-")), "errmsg": "no"})
        elif mode == "status":
            self.answer(int(number), {})
        elif mode == "both":
            self.answer(400, {name: int(number)})
        elif mode == "old":
            self.answer(200, {"Extra": None, "StatusCode": int(number), "StatusMessage": "success"})
        elif mode == "redirect":
            self.answer(302, {}, {"Location": "/redirected"})
        elif mode == "page":
            self.send(200, b"<html>login</html>", {})
        elif mode == "huge":
            self.send(200, b'{"errcode":0,"x":"' + b"x" * 1_000_000 + b'"}', {})
        elif mode == "slow":
            time.sleep(5)
        elif mode == "hold":
            self.answer(200, {name: 0 if RELEASED.wait(20) else 1})
        elif mode == "release":
            RELEASED.set()
            self.answer(200, {name: 0})
        elif mode == "drop":
            self.close_connection = True
        else:
            self.answer(404, {})

    def judge(self, kind, query, body):
        """0, or the vendor's code for what is wrong."""
        if kind == "feishu":
            stamp = body.get("timestamp", "0")
            right = {"msg_type": "text", "content": {"text": body["content"]["text"]}}
            if SECRET:
                right |= {"timestamp": stamp, "sign": sha256(f"{stamp}\n{SECRET}", "")}
                if abs(time.time() - int(stamp)) > 3600:
                    return 19021
            return 0 if body == right else 19021
        if body != {"msgtype": "text", "text": {"content": body["text"]["content"]}}:
            return 40008
        if kind == "dingtalk" and SECRET:
            stamp = query.get("timestamp", "0")
            if abs(time.time() * 1000 - int(stamp)) > 3_600_000:
                return 310000
            return 0 if query.get("sign") == sha256(SECRET, f"{stamp}\n{SECRET}") else 310000
        return 0 if set(query) == {"dingtalk": {"access_token"}, "wecom": {"key"}}[kind] else 93000

    def answer(self, status, value, headers={}):
        self.send(status, json.dumps(value).encode(), headers)

    def send(self, status, body, headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except ConnectionError:
            self.close_connection = True


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        """A client that goes away, or does not trust the certificate, is part of the tests."""


server = Server(("127.0.0.1", 0), Handler)
if len(sys.argv) > 3:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[3], sys.argv[4])
    server.socket = context.wrap_socket(server.socket, server_side=True)
peer.in_background(server.serve_forever)
peer.serve(server.server_port)
