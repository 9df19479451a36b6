/* A server that answers every HTTP/1.1 request with a response captured from vLLM.
 *
 *     replay_server CHAT.json STREAM.sse TRICKLE_MICROSECONDS
 *
 * A request whose body asks for a stream ("stream":true) gets STREAM.sse as vLLM sends it: chunked,
 * one HTTP chunk per event. With 0 microseconds it is written in one go; otherwise the first event
 * follows the head at once, and at each tick one more goes to every open stream, as the steps of an
 * engine do it. Every other request gets CHAT.json.
 *
 * Prints its port on 127.0.0.1 and ends when its standard input does, that is, with its parent.
 * One thread, one epoll, no allocation per request: made to cost less than any client in Python.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <unistd.h>

enum { REQUEST_MAX = 64 * 1024, FDS_MAX = 16 * 1024, EVENTS_MAX = 512 };

/* A whole response; `ends[i]` is where its piece i ends. A JSON response is one piece. */
typedef struct {
    char *bytes;
    size_t *ends;
    size_t pieces;
} Response;

typedef struct {
    int open, awaits_room;
    char request[REQUEST_MAX + 1];
    size_t filled;
    const Response *response; /* what is being sent, or NULL */
    size_t sent, due;         /* bytes sent; pieces that may be sent */
} Connection;

static Connection *connections[FDS_MAX];
static int epoll, highest, trickles;

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static char *file_text(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) fail(path);
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *text = calloc(1, (size_t)size + 1);
    if (!text || fread(text, 1, (size_t)size, file) != (size_t)size) fail(path);
    fclose(file);
    return text;
}

#define HEAD "HTTP/1.1 200 OK\r\ndate: Sun, 22 Nov 2026 12:00:00 GMT\r\nserver: uvicorn\r\n"

static Response whole(const char *path) {
    char *body = file_text(path);
    Response response = {.ends = malloc(sizeof(size_t)), .pieces = 1};
    int length = asprintf(&response.bytes,
                          HEAD "content-length: %zu\r\ncontent-type: application/json\r\n\r\n%s",
                          strlen(body), body);
    if (length < 0) fail("asprintf");
    response.ends[0] = (size_t)length;
    free(body);
    return response;
}

static Response streamed(const char *path) {
    char *body = file_text(path);
    size_t size = strlen(body);
    const char *head = HEAD "content-type: text/event-stream; charset=utf-8\r\n"
                            "transfer-encoding: chunked\r\n\r\n";
    Response response = {.bytes = malloc(strlen(head) + 2 * size + 64),
                         .ends = malloc((size / 3 + 1) * sizeof(size_t))};
    char *to = stpcpy(response.bytes, head);
    for (char *event = body, *end; (end = strstr(event, "\n\n")); event = end + 2) {
        int length = (int)(end + 2 - event);
        to += sprintf(to, "%x\r\n%.*s\r\n", length, length, event);
        response.ends[response.pieces++] = (size_t)(to - response.bytes);
    }
    if (!response.pieces) fail("no event in the stream");
    to = stpcpy(to, "0\r\n\r\n"); /* sent with the last event */
    response.ends[response.pieces - 1] = (size_t)(to - response.bytes);
    free(body);
    return response;
}

static void watch(int fd, int operation, uint32_t events) {
    struct epoll_event event = {.events = events, .data.fd = fd};
    if (epoll_ctl(epoll, operation, fd, &event)) fail("epoll_ctl");
}

static void hang_up(int fd) {
    close(fd);
    connections[fd]->open = 0;
}

/* Send what is due. A socket whose buffer is full is watched until it is writable. */
static void go_on(int fd) {
    Connection *c = connections[fd];
    size_t end = c->response->ends[c->due - 1];
    while (c->sent < end) {
        ssize_t n = send(fd, c->response->bytes + c->sent, end - c->sent, MSG_NOSIGNAL);
        if (n < 0 && errno != EAGAIN && errno != EINTR) return hang_up(fd);
        if (n < 0) break;
        c->sent += (size_t)n;
    }
    int full = c->sent < end;
    if (full != c->awaits_room) watch(fd, EPOLL_CTL_MOD, EPOLLIN | (full ? EPOLLOUT : 0u));
    c->awaits_room = full;
    if (!full && c->due == c->response->pieces) c->response = NULL;
}

/* The length of the first request in the buffer, or 0 if it is incomplete. */
static size_t request_length(const Connection *c) {
    const char *end = strstr(c->request, "\r\n\r\n");
    if (!end) return 0;
    size_t length = (size_t)(end + 4 - c->request);
    const char *field = strcasestr(c->request, "\r\ncontent-length:");
    if (field && field < end) length += strtoul(field + 17, NULL, 10);
    return length <= c->filled ? length : 0;
}

static int asks_for_stream(const char *request) {
    const char *field = strstr(request, "\"stream\":");
    return field && !strncmp(field + 9 + strspn(field + 9, " "), "true", 4);
}

static void receive(int fd, const Response *chat, const Response *stream) {
    Connection *c = connections[fd];
    ssize_t n = recv(fd, c->request + c->filled, REQUEST_MAX - c->filled, 0);
    if (n < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (n <= 0) return hang_up(fd);
    c->filled += (size_t)n;
    c->request[c->filled] = 0;
    size_t length = request_length(c);
    if (!length) return;
    c->response = asks_for_stream(c->request) ? stream : chat;
    c->filled -= length;
    memmove(c->request, c->request + length, c->filled + 1);
    c->sent = 0;
    c->due = trickles ? 1 : c->response->pieces;
    go_on(fd);
}

static void greet(int listener) {
    int fd, on = 1;
    while ((fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK)) >= 0) {
        if (fd >= FDS_MAX || (!connections[fd] && !(connections[fd] = malloc(sizeof(Connection))))) {
            close(fd);
            continue;
        }
        Connection *c = connections[fd];
        c->open = 1, c->awaits_room = 0, c->filled = 0, c->response = NULL;
        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        watch(fd, EPOLL_CTL_ADD, EPOLLIN);
        if (fd > highest) highest = fd;
    }
}

static void tick(int timer) {
    uint64_t passed;
    if (read(timer, &passed, sizeof passed) < 0) return;
    for (int fd = 0; fd <= highest; fd++) {
        Connection *c = connections[fd];
        if (!c || !c->open || !c->response) continue;
        if (c->due < c->response->pieces) c->due++;
        if (!c->awaits_room) go_on(fd);
    }
}

static int listen_on_free_port(void) {
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    if (listener < 0 || bind(listener, (struct sockaddr *)&address, size) ||
        listen(listener, 4096) || getsockname(listener, (struct sockaddr *)&address, &size))
        fail("listen");
    printf("%d\n", ntohs(address.sin_port));
    fflush(stdout);
    return listener;
}

int main(int count, char **arguments) {
    if (count != 4) {
        fprintf(stderr, "usage: %s CHAT.json STREAM.sse TRICKLE_MICROSECONDS\n", arguments[0]);
        return 2;
    }
    Response chat = whole(arguments[1]), stream = streamed(arguments[2]);
    trickles = atoi(arguments[3]);
    struct rlimit files = {FDS_MAX, FDS_MAX};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);

    epoll = epoll_create1(0);
    int timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK);
    struct timespec every = {trickles / 1000000, trickles % 1000000 * 1000};
    struct itimerspec plan = {every, every};
    if (epoll < 0 || timer < 0 || timerfd_settime(timer, 0, &plan, NULL)) fail("timer");
    int listener = listen_on_free_port();
    watch(STDIN_FILENO, EPOLL_CTL_ADD, EPOLLIN);
    watch(listener, EPOLL_CTL_ADD, EPOLLIN);
    watch(timer, EPOLL_CTL_ADD, EPOLLIN);

    struct epoll_event events[EVENTS_MAX];
    for (;;) {
        int ready = epoll_wait(epoll, events, EVENTS_MAX, -1);
        for (int i = 0; i < ready; i++) {
            int fd = events[i].data.fd;
            if (fd == STDIN_FILENO) return 0;
            if (fd == listener) greet(listener);
            else if (fd == timer) tick(timer);
            else {
                if (connections[fd]->open && events[i].events & EPOLLOUT) go_on(fd);
                if (connections[fd]->open && events[i].events & ~EPOLLOUT)
                    receive(fd, &chat, &stream);
            }
        }
    }
}
