"""A mail server on 127.0.0.1, by aiosmtpd: mails.py RECORD [--tls|--starttls CERTIFICATE KEY] [--login USER PASSWORD].

`--greeting LINE` says only that; `--mute` says nothing; `--port NUMBER` comes back where a server was before. The
recipient's name says how it answers.
"""

import argparse
import asyncio
import ssl

from aiosmtpd.smtp import SMTP, AuthResult

import mail_reader
import peer

options = argparse.ArgumentParser()
options.add_argument("record")
options.add_argument("--tls", nargs=2)
options.add_argument("--starttls", nargs=2)
options.add_argument("--login", nargs=2)
options.add_argument("--greeting")
options.add_argument("--mute", action="store_true")
options.add_argument("--port", type=int, default=0)
options = options.parse_args()


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, _):
        refusal = {"later": "450 4.2.1 try later", "never": "550 5.1.1 nobody here"}.get(address.partition("@")[0])
        if not refusal:
            envelope.rcpt_tos.append(address)
        return refusal or "250 OK"

    async def handle_DATA(self, server, session, envelope):
        name = envelope.rcpt_tos[0].partition("@")[0]
        if name == "hang":
            await asyncio.sleep(10)
        mail = mail_reader.read(envelope.content) | {
            "hello": session.host_name, "sender": envelope.mail_from, "recipients": envelope.rcpt_tos,
            "isEncrypted": session.ssl is not None,
        }
        peer.write(options.record, mail)
        session.lingers = name == "linger"
        return {"full": "452 4.3.1 no room", "spam": "554 5.7.1 not wanted"}.get(name, "250 OK")

    async def handle_QUIT(self, server, session, envelope):
        if getattr(session, "lingers", False):
            await asyncio.sleep(10)
        return "221 Bye"


def login(server, session, envelope, mechanism, data):
    user, password = (each.encode() for each in options.login)
    return AuthResult(success=(data.login, data.password) == (user, password), handled=False)


def context(files):
    if not files:
        return None
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(*files)
    return made


class Curt(asyncio.Protocol):
    def connection_made(self, transport):
        if options.greeting:
            transport.write(options.greeting.encode() + b"\r\n")


def session():
    if options.greeting or options.mute:
        return Curt()
    return SMTP(
        Handler(), hostname="peer.example", tls_context=context(options.starttls),
        require_starttls=bool(options.starttls),
        authenticator=login if options.login else None, auth_required=bool(options.login),
        auth_require_tls=bool(options.starttls))


loop = asyncio.new_event_loop()
server = loop.run_until_complete(loop.create_server(session, "127.0.0.1", options.port, ssl=context(options.tls)))
peer.in_background(loop.run_forever)
peer.serve(server.sockets[0].getsockname()[1])
