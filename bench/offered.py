"""Requests at a fixed rate, whatever the answers take (an open loop): a request that has to wait because the one
before it was slow counts its waiting too, as it would for a person."""
import asyncio, collections, time

CONNECTIONS = 64


class Broken(Exception):
    pass


async def ask(reader, writer, request):
    writer.write(request)
    head = await reader.readuntil(b"\r\n\r\n")
    status = int(head.split(b" ", 2)[1])
    length = next((int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")), None)
    if length is not None:
        await reader.readexactly(length)
    elif b"transfer-encoding: chunked" in head.lower():
        while size := int((await reader.readline()).split(b";")[0], 16):
            await reader.readexactly(size + 2)
        await reader.readline()
    else:
        raise Broken("an answer without a length")
    return status, b"connection: close" not in head.lower()


def as_bytes(request):
    """A request of peers.req as it goes over the line."""
    body = (request["b"] or "").replace("@@N@@", str(time.time_ns())).encode()
    lines = [f"{request['m']} {request['p']} HTTP/1.1", "Host: localhost", f"Content-Length: {len(body)}"]
    lines += [f"{name}: {value}" for name, value in request["h"].items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


async def offer(port, requests, rate, secs):
    free, took, bad = collections.deque(), [], 0

    async def one(due, request):
        nonlocal bad
        pair = free.popleft() if free else None
        try:
            pair = pair or await asyncio.open_connection("127.0.0.1", port)
            status, stays = await asyncio.wait_for(ask(*pair, request), 30)
            bad += status >= 400
            if stays:
                free.append(pair)
            else:
                pair[1].close()
        except (OSError, EOFError, Broken, asyncio.TimeoutError, asyncio.IncompleteReadError):
            bad += 1
            if pair:
                pair[1].close()
        took.append(time.perf_counter() - due)

    start, running = time.perf_counter(), set()
    for k in range(int(rate * secs)):
        due = start + k / rate
        if (wait := due - time.perf_counter()) > 0:
            await asyncio.sleep(wait)
        if len(running) >= CONNECTIONS:
            await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
        task = asyncio.create_task(one(due, as_bytes(requests[k % len(requests)])))
        running.add(task)
        task.add_done_callback(running.discard)
    await asyncio.gather(*running)
    for _, writer in free:
        writer.close()
    took.sort()
    at = lambda part: 1000 * took[min(len(took) - 1, int(part * len(took)))]
    return {"rate": rate, "p50": at(0.5), "p99": at(0.99), "bad": bad}


def run(port, requests, rate, secs):
    """Latencies in milliseconds at `rate` requests a second for `secs` seconds."""
    return asyncio.run(offer(port, requests, rate, secs))
