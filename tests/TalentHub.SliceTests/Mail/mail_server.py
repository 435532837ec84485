"""A mail server that keeps what it is given: mail_server.py PORT FOLDER.

An address that begins with "nobody" does not exist; one that begins with "busy" is refused for now until the file
FOLDER/free exists. Every message becomes a file, numbered in the order of arrival.
"""
import asyncio
import pathlib
import sys

from aiosmtpd.controller import Controller

port, folder = int(sys.argv[1]), pathlib.Path(sys.argv[2])


class Keeper:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody"):
            return "550 5.1.1 No such person here"
        if address.startswith("busy") and not (folder / "free").exists():
            return "450 4.2.1 Later, please"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        number = len(list(folder.glob("*.eml"))) + 1
        (folder / f"{number:04}.eml").write_bytes(envelope.content)
        return "250 Kept"


controller = Controller(Keeper(), hostname="127.0.0.1", port=port)
controller.start()
print("ready", flush=True)
asyncio.new_event_loop().run_forever()
