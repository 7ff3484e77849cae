"""Reports about mails that did not arrive: a postfix's own, and others in the manner of well-known servers."""

from textwrap import dedent

NOTICE = "<gd.0123456789abcdef0123456789abcdef@cartagena.example>"
ENVELOPE = "gd.0123456789abcdef0123456789abcdef"


def mail(text: str) -> bytes:
    """The text as it travels."""
    return dedent(text).lstrip("\n").replace("\n", "\r\n").encode()


GOOGLE_LIKE = mail(f"""
    Return-Path: <>
    From: Subsistema de entrega <mailer-daemon@correo.example>
    To: planes@cartagena.example
    Auto-Submitted: auto-replied
    Subject: Aviso sobre el estado de la entrega (error)
    Content-Type: multipart/report; boundary="0001"; report-type=delivery-status

    --0001
    Content-Type: multipart/related; boundary="0002"

    --0002
    Content-Type: multipart/alternative; boundary="0003"

    --0003
    Content-Type: text/plain; charset="UTF-8"

    No se encontró esa dirección.
    --0003
    Content-Type: text/html; charset="UTF-8"

    <p>No se encontró esa dirección.</p>
    --0003--
    --0002--
    --0001
    Content-Type: message/delivery-status

    Reporting-MTA: dns; correo.example
    Arrival-Date: Mon, 10 Jul 2023 06:00:00 -0700 (PDT)
    X-Original-Message-ID: {NOTICE}

    Final-Recipient: rfc822; gobiernodigital@cartagena.example
    Action: failed
    Status: 5.1.1
    Remote-MTA: dns; entrada.correo.example. (192.0.2.7, the server for the domain.)
    Diagnostic-Code: smtp; 550-5.1.1 No such user here; look for
     550 5.1.1 typing mistakes.
    Last-Attempt-Date: Mon, 10 Jul 2023 06:00:01 -0700 (PDT)

    --0001
    Content-Type: message/rfc822

    Message-ID: {NOTICE}
    From: planes@cartagena.example
    Subject: Faltan 4 reportes

    Buen día.
    --0001--
    """)

EXCHANGE_LIKE = mail(f"""
    From: <postmaster@entidad.example>
    To: <planes@cartagena.example>
    Content-Type: multipart/report; report-type=delivery-status;
     boundary="_av-1"
    X-MS-Exchange-Message-Is-Ndr:
    Content-Language: es-CO
    Message-ID: <informe-1@entidad.example>
    In-Reply-To: {NOTICE}
    Subject: =?utf-8?B?Tm8gZW50cmVnYWRv?=: Faltan 4 reportes
    Auto-Submitted: auto-replied

    --_av-1
    Content-Type: multipart/alternative; differences=Content-Type; boundary="_av-2"

    --_av-2
    Content-Type: text/plain; charset="us-ascii"
    Content-Transfer-Encoding: quoted-printable

    No se pudo entregar.
    --_av-2--

    --_av-1
    Content-Type: message/delivery-status

    Reporting-MTA: dns;SERVIDOR.entidad.example
    Received-From-MTA: dns;salida.cartagena.example
    Arrival-Date: Mon, 10 Jul 2023 13:00:00 +0000

    Original-Recipient: rfc822;equipo+oai@cartagena.example
    Final-Recipient: rfc822;gobiernodigital@cartagena.example
    Action: failed
    Status: 5.1.10
    Diagnostic-Code: smtp;550 5.1.10 The recipient was not found by its address
    X-Display-Name: Gobierno Digital

    --_av-1
    Content-Type: text/rfc822-headers

    Received: from salida.cartagena.example
    From: <planes@cartagena.example>
    Message-ID:
     {NOTICE}

    --_av-1--
    """)

POSTFIX = mail("""
    Return-Path: <>
    Delivered-To: planes+k7f3q2mx4d@cartagena.example
    Received: by salida.cartagena.example (Postfix)
    \tid E07F0222056; Wed,  5 Jul 2023 13:00:02 +0000 (UTC)
    Date: Wed,  5 Jul 2023 13:00:02 +0000 (UTC)
    From: Mail Delivery System <MAILER-DAEMON@salida.cartagena.example>
    Subject: Undelivered Mail Returned to Sender
    To: planes+k7f3q2mx4d@cartagena.example
    Auto-Submitted: auto-replied
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status;
    \tboundary="D7F0F222046.1795212194/salida.cartagena.example"
    Content-Transfer-Encoding: 8bit
    Message-Id: <20230705130002.E07F0222056@salida.cartagena.example>

    This is a MIME-encapsulated message.

    --D7F0F222046.1795212194/salida.cartagena.example
    Content-Description: Notification
    Content-Type: text/plain; charset=utf-8
    Content-Transfer-Encoding: 8bit

    This is the mail system at host salida.cartagena.example.

    --D7F0F222046.1795212194/salida.cartagena.example
    Content-Description: Delivery report
    Content-Type: message/delivery-status

    Reporting-MTA: dns; salida.cartagena.example
    Original-Envelope-Id: gd.bb02
    X-Postfix-Queue-ID: D7F0F222046
    X-Postfix-Sender: rfc822; planes+k7f3q2mx4d@cartagena.example
    Arrival-Date: Wed,  5 Jul 2023 13:00:01 +0000 (UTC)

    Final-Recipient: rfc822; nadie@cartagena.example
    Original-Recipient: rfc822;nadie@cartagena.example
    Action: failed
    Status: 5.1.1
    Remote-MTA: dns; 127.0.0.1
    Diagnostic-Code: smtp; 550 5.1.1 <nadie@cartagena.example> User doesn't exist:
        nadie@cartagena.example

    --D7F0F222046.1795212194/salida.cartagena.example
    Content-Description: Undelivered Message Headers
    Content-Type: text/rfc822-headers
    Content-Transfer-Encoding: 8bit

    Return-Path: <planes+k7f3q2mx4d@cartagena.example>
    From: planes@cartagena.example
    To: nadie@cartagena.example
    Message-ID: <gd.bb02@cartagena.example>
    Auto-Submitted: auto-generated

    --D7F0F222046.1795212194/salida.cartagena.example--
    """)

LATE = mail(f"""
    From: MAILER-DAEMON@salida.example (Sistema de correo)
    Subject: Correo demorado (se sigue intentando)
    Content-Type: multipart/report; boundary=b; report-type = "delivery-status"

    --b
    Content-Type: text/plain

    Aún no.
    --b
    Content-Type: message/delivery-status

    Original-Envelope-Id: {ENVELOPE}
    Reporting-MTA: dns; salida.example

    Final-Recipient: rfc822;<uno@cartagena.example>
    Action: delayed (se reintenta)
    Status: 4.4.1 (sin conexion)
    Diagnostic-Code: X-Postfix; connect to entrada.example: Connection timed out
    Will-Retry-Until: Fri, 14 Jul 2023 08:00:00 -0500

    --b--
    """)

SEVERAL = LATE.replace(
    b"\r\n--b--",
    mail("""
    Final-Recipient: rfc822; dos@cartagena.example
    Action: delivered
    Status: 2.1.5

    Final-Recipient: rfc822; tres@cartagena.example
    Action: failed
    Diagnostic-Code: smtp; 552 5.2.2 mailbox is full

    --b--
    """),
)

GLOBAL = mail(f"""
    From: postmaster@entidad.example
    Content-Type: multipart/report; report-type=delivery-status; boundary=b

    --b
    Content-Type: message/global-delivery-status

    Reporting-MTA: dns; entidad.example
    Original-Envelope-Id: {ENVELOPE}

    Final-Recipient: utf-8; peña@cartagena.example
    Action: failed
    Status: 5.6.7

    --b
    Content-Type: message/global-headers

    Message-ID: {NOTICE}

    --b--
    """)

READ_RECEIPT = mail(f"""
    From: gobiernodigital@cartagena.example
    Content-Type: multipart/report; report-type=disposition-notification; boundary=b

    --b
    Content-Type: text/plain

    Se leyó.
    --b
    Content-Type: message/disposition-notification

    Final-Recipient: rfc822;gobiernodigital@cartagena.example
    Original-Message-ID: {NOTICE}
    Disposition: manual-action/MDN-sent-manually; displayed

    --b--
    """)

ABSENCE = mail(f"""
    From: gobiernodigital@cartagena.example
    Subject: Fuera de la oficina
    Auto-Submitted: auto-replied
    In-Reply-To: {NOTICE}
    Content-Type: text/plain; charset=utf-8

    Vuelvo el lunes. Action: failed. Status: 5.1.1
    """)

ANSWER = mail(f"""
    From: gobiernodigital@cartagena.example
    Subject: RE: Faltan 4 reportes
    In-Reply-To: {NOTICE}
    Content-Type: text/plain; charset=utf-8

    Ya se envió.
    """)

FORWARDED = (
    mail("""
    From: gobiernodigital@cartagena.example
    Subject: RV: devuelto
    Content-Type: multipart/mixed; boundary=m

    --m
    Content-Type: message/rfc822

    """)
    + GOOGLE_LIKE
    + b"\r\n--m--\r\n"
)
