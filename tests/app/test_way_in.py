"""The way into the workbook: its address, its key, the file that lets a browser in, the port."""

import os
import socket

import pytest

from followup_lib.app import way_in
from followup_lib.records.errors import FollowupError


@pytest.mark.parametrize(
    ("app", "expected"),
    [
        (False, "/login?next=%2Flab%2Ftree%2F01_x.ipynb%3Freset&token=abc"),
        (True, "/login?next=%2Fvoila%2Frender%2F01_x.ipynb&token=abc"),
    ],
)
def test_address_of_each_face(app, expected):
    """The address lets the browser in, then leads to the page in the face asked for."""
    address = way_in.page_address("01_x.ipynb", app=app, port=8123, token="abc")
    assert address == f"http://127.0.0.1:8123{expected}"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_the_token_is_its_owners_and_stays(home):
    """It is the same at the next start, and a new one when others could have read it."""
    token = way_in.token()
    file = way_in.settings_folder() / "token"
    assert file.is_relative_to(home)
    assert file.stat().st_mode & 0o777 == 0o600
    assert (len(token), way_in.token()) == (48, token)
    file.chmod(0o644)
    assert way_in.token() not in ("", token)
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_the_door_is_its_owners(tmp_path, monkeypatch):
    """The address with the token goes to the browser through a file nobody else may read."""
    monkeypatch.setattr(way_in, "home", lambda: tmp_path / "Follow-up")
    left = tmp_path / "Follow-up" / "open.html"
    left.parent.mkdir()
    left.touch(0o644)
    door = way_in.door("http://127.0.0.1:8123/lab?reset&token=abc")
    assert door.stat().st_mode & 0o777 == 0o600
    assert "url=http://127.0.0.1:8123/lab?reset&amp;token=abc" in door.read_text()


def test_port_in_use_is_refused():
    """The sentence names the port."""
    with socket.socket() as other:
        other.bind((way_in.HOST, 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(FollowupError, match=f"Port {port} cannot be used"):
            way_in.free_port(port)


def test_the_usual_port_is_taken_while_it_is_free(monkeypatch):
    """So that an old tab leads here again; beside another program it is any other port."""
    with socket.socket() as other:
        other.bind((way_in.HOST, 0))
        monkeypatch.setattr(way_in, "PORT", other.getsockname()[1])
        other.listen()
        assert way_in.free_port() != way_in.PORT
    assert way_in.free_port() == way_in.PORT


@pytest.mark.parametrize("port", [-1, 70000])
def test_number_that_is_no_port_is_refused(port):
    """The sentence says which numbers are allowed."""
    with pytest.raises(FollowupError, match="from 1024 to 65535"):
        way_in.free_port(port)


def test_any_port_is_free():
    """For 0 a free port is found, and it can be asked for by its number."""
    port = way_in.free_port(0)
    assert way_in.free_port(port) == port
