"""The proxy of the soak does to a connection what its plan says, and nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import attrs
import pytest
from tools.soak.faults import CLEAN, FAULTS, Accepting, Fault, FaultPlan, Kind
from tools.soak.proxy import Proxy
from tools.soak.script import CALM

ANSWER = bytes(range(33, 127)) * 5
QUESTION = b"what is it?"
PLACES = [0, 1, 100, len(ANSWER) - 1]


@attrs.define
class Scripted:
    """A plan of faults in a given order, and then none."""

    faults: list[Fault]
    accepting: list[Accepting]

    def draw(self) -> Fault:
        return self.faults.pop(0) if self.faults else CLEAN

    def draw_accepting(self) -> Accepting:
        return self.accepting.pop(0) if self.accepting else Accepting()


@attrs.define
class Connection:
    """A client's connection through the proxy, and the number of questions that went through."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    proxy: Proxy
    heard: list[bytes]

    async def ask(self, question: bytes = QUESTION) -> bytes:
        self.writer.write(question)
        return await self.reader.readexactly(len(ANSWER))

    async def read_to_reset(self) -> bytes:
        """Read up to a reset; without one the test fails."""
        received = b""
        try:
            while piece := await self.reader.read(1):
                received += piece
        except ConnectionResetError:
            return received
        raise AssertionError("there was no reset")


@asynccontextmanager
async def connected(
    *faults: Fault, accepting: Accepting | None = None
) -> AsyncIterator[Connection]:
    heard: list[bytes] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while question := await reader.read(100):
                heard.append(question)
                if question.endswith(b"?"):
                    writer.write(ANSWER)
        finally:
            writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    plan = Scripted([*faults], [accepting] if accepting else [])
    proxy = Proxy(server.sockets[0].getsockname(), plan)
    async with server, proxy.running():
        reader, writer = await asyncio.open_connection("127.0.0.1", proxy.port)
        try:
            yield Connection(reader, writer, proxy, heard)
        finally:
            writer.close()


async def test_nothing_happens_without_a_fault() -> None:
    async with connected() as connection:
        assert [await connection.ask() for _ in range(3)] == [ANSWER] * 3
        assert connection.proxy.exchanges == 3
        assert not connection.proxy.faults


@pytest.mark.parametrize("kind", [Kind.DELAY, Kind.TRICKLE])
@pytest.mark.parametrize("at", PLACES)
async def test_a_slow_response_arrives_unchanged(kind: Kind, at: int) -> None:
    async with connected(Fault(kind, at, seconds=0.001)) as connection:
        assert await connection.ask() == ANSWER
        assert await connection.ask() == ANSWER
        assert connection.proxy.faults == {kind.value: 1}


@pytest.mark.parametrize("at", PLACES)
async def test_a_reset_comes_at_its_byte(at: int) -> None:
    async with connected(Fault(Kind.RESET, at)) as connection:
        connection.writer.write(QUESTION)
        assert await connection.read_to_reset() == ANSWER[:at]
        assert connection.proxy.faults == {Kind.RESET.value: 1}


async def test_a_reset_of_a_request_lets_its_first_bytes_through() -> None:
    async with connected(CLEAN, Fault(Kind.RESET_REQUEST, 4)) as connection:
        await connection.ask()
        connection.writer.write(QUESTION)
        assert await connection.read_to_reset() == b""
        assert b"".join(connection.heard) in {QUESTION, QUESTION + QUESTION[:4]}


@pytest.mark.parametrize("at", PLACES)
async def test_a_half_close_ends_the_response_at_its_byte(at: int) -> None:
    async with connected(Fault(Kind.CLOSE, at)) as connection:
        connection.writer.write(QUESTION)
        assert await connection.reader.read() == ANSWER[:at]


@pytest.mark.parametrize("at", PLACES)
async def test_nothing_comes_out_of_a_black_hole(at: int) -> None:
    async with connected(Fault(Kind.BLACK_HOLE, at)) as connection:
        connection.writer.write(QUESTION)
        assert await connection.reader.readexactly(at) == ANSWER[:at]
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(connection.reader.read(1), 0.05)


@pytest.mark.parametrize("at", PLACES)
async def test_garbage_is_put_between_the_bytes(at: int) -> None:
    noise = b"\x00\xff\x80"
    async with connected(Fault(Kind.GARBAGE, at, noise=noise)) as connection:
        connection.writer.write(QUESTION)
        received = await connection.reader.readexactly(len(ANSWER) + len(noise))
        assert received == ANSWER[:at] + noise + ANSWER[at:]
        assert await connection.ask() == ANSWER


async def test_stray_garbage_comes_without_a_request() -> None:
    async with connected(Fault(Kind.STRAY, seconds=0.01, noise=b"\xff\xfe")) as connection:
        connection.writer.write(QUESTION)
        received = await connection.reader.readexactly(len(ANSWER) + 2)
        assert received.replace(b"\xff\xfe", b"") == ANSWER


@pytest.mark.parametrize("status", [502, 503])
async def test_a_refusal_is_not_the_server_s(status: int) -> None:
    async with connected(Fault(Kind.REFUSAL, status=status)) as connection:
        connection.writer.write(QUESTION)
        received = await connection.reader.read()
        assert received.startswith(f"HTTP/1.1 {status} ".encode())
        assert connection.heard == []


async def test_a_fault_that_lies_beyond_the_response_does_not_happen() -> None:
    async with connected(Fault(Kind.RESET, len(ANSWER))) as connection:
        assert await connection.ask() == ANSWER
        assert not connection.proxy.faults


async def test_a_calm_request_gets_no_fault() -> None:
    async with connected(Fault(Kind.RESET, 0)) as connection:
        assert await connection.ask(f"{CALM}: 1?".encode()) == ANSWER


async def test_a_question_in_two_pieces_is_one_exchange() -> None:
    async with connected() as connection:
        connection.writer.write(b"what is ")
        await connection.writer.drain()
        await asyncio.sleep(0.01)
        assert await connection.ask(b"it?") == ANSWER
        assert connection.proxy.exchanges == 1


async def test_a_new_connection_is_accepted_late() -> None:
    async with connected(accepting=Accepting(0.001)) as connection:
        assert await connection.ask() == ANSWER
        assert connection.proxy.faults.total() == 1


async def test_a_new_connection_is_reset() -> None:
    async def connect() -> None:
        async with connected(accepting=Accepting(is_reset=True)) as connection:
            await connection.reader.read(1)

    with pytest.raises(ConnectionResetError):  # as soon as it is open, or when it is read
        await connect()


def test_a_plan_is_repeatable_and_has_every_fault() -> None:
    def draw(seed: int) -> list[object]:
        plan = FaultPlan(seed, share=0.5)
        return [each for _ in range(500) for each in (plan.draw(), plan.draw_accepting())]

    assert draw(1) == draw(1) != draw(2)
    assert {fault.kind for fault in draw(1) if isinstance(fault, Fault)} == {Kind.NONE, *FAULTS}


def test_no_garbage_can_be_a_part_of_a_length() -> None:
    plan = FaultPlan(3, share=1.0)
    assert not any(set(plan.draw().noise) & set(b"0123456789abcdefABCDEF") for _ in range(500))
