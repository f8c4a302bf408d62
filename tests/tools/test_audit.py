"""The check of the locked requirements, against a database of this test's own on this machine."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

from tests.tools.audit import LOCKS, locked, main


@contextmanager
def database(answer):
    """A service that answers every batch; ``answer`` makes one result of one query."""

    class Answers(BaseHTTPRequestHandler):
        def do_POST(self):
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            told = json.dumps({"results": [answer(query) for query in asked["queries"]]}).encode()
            self.send_response(200)
            self.end_headers()
            self.wfile.write(told)

        def log_message(self, *_):
            """Quiet."""

    server = HTTPServer(("127.0.0.1", 0), Answers)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_every_pin_of_the_locks_is_asked_for(tmp_path):
    (tmp_path / "lock.txt").write_text(
        "a-b==1.2 \\\n    --hash=sha256:00\nc[x]==3 ; python_version < '4'\n# d==4\n"
    )
    assert locked([tmp_path / "lock.txt"]) == [("a-b", "1.2"), ("c", "3")]
    assert {"peewee", "openpyxl", "pytest"} <= {name for name, _ in locked(LOCKS)}


def test_where_nothing_is_known_it_ends_well(capsys):
    with database(lambda _: {}) as service:
        assert main(["--service", service]) == 0
    assert "0 with a known weakness" in capsys.readouterr().out


def test_a_weakness_is_named_and_ends_with_1(capsys):
    def answer(query):
        return {"vulns": [{"id": "OSV-1"}]} if query["package"]["name"] == "openpyxl" else {}

    with database(answer) as service:
        assert main(["--service", service]) == 1
    out = capsys.readouterr().out
    assert "openpyxl" in out
    assert "OSV-1" in out


def test_where_nobody_answers_nothing_is_claimed(capsys):
    with database(lambda _: {}) as service:
        pass
    assert main(["--service", service]) == 2
    assert "neither good nor bad" in capsys.readouterr().out
