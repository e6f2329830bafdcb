/* Stands between a program and the C library (LD_PRELOAD) for what changes files in one folder. It counts these calls, lets one
   of them fail, and writes each down, so that a test can tell what is on the disk after a crash at any of them.

   FAULT_FOLDER   the folder; everything else is left alone
   FAULT_AT       the number of the call that fails, the first being 1
   FAULT_ERROR    with what: ENOSPC or EIO. ENOSPC lasts: what takes room fails from then on
   FAULT_COUNT    a file that takes the number of calls when the program ends
   FAULT_LOG      a file that takes the calls */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static long calls;

static int within(const char *path) {
    const char *folder = getenv("FAULT_FOLDER");
    return folder && path && strncmp(path, folder, strlen(folder)) == 0;
}

/* The path of an open file, when it lies in the folder. */
static int path_of(int fd, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return within(path);
}

/* Whether this call is to fail; sets errno. takes_room: whether a full disk refuses it. */
static int fails(int takes_room) {
    calls++;
    const char *at = getenv("FAULT_AT");
    if (!at) return 0;
    long number = atol(at);
    if (strcmp(getenv("FAULT_ERROR"), "EIO") == 0) {
        errno = EIO;
        return calls == number;
    }
    errno = ENOSPC;
    return takes_room && calls >= number;
}

static void note(char what, const char *path, const char *other, int64_t at, const void *data, size_t length) {
    static int log = -2;
    if (log == -2) {
        const char *name = getenv("FAULT_LOG");
        log = name ? REAL(open)(name, O_WRONLY | O_CREAT | O_APPEND, 0600) : -1;
    }
    if (log < 0) return;
    uint32_t lengths[3] = {strlen(path), other ? strlen(other) : 0, data ? length : 0};
    ssize_t (*out)(int, const void *, size_t) = REAL(write);
    out(log, &what, 1);
    out(log, lengths, sizeof lengths);
    out(log, &at, sizeof at);
    out(log, path, lengths[0]);
    if (other) out(log, other, lengths[1]);
    if (data) out(log, data, lengths[2]);
}

__attribute__((destructor)) static void end(void) {
    const char *name = getenv("FAULT_COUNT");
    if (!name) return;
    int file = REAL(open)(name, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    char text[32];
    int length = snprintf(text, sizeof text, "%ld", calls);
    REAL(write)(file, text, length);
    REAL(close)(file);
}

#define OPEN(name)                                                      \
    int name(const char *path, int flags, ...) {                        \
        mode_t mode = 0;                                                \
        if (flags & O_CREAT) {                                          \
            va_list list;                                               \
            va_start(list, flags);                                      \
            mode = va_arg(list, mode_t);                                \
            va_end(list);                                               \
        }                                                               \
        int changes = within(path) && (flags & (O_CREAT | O_TRUNC));    \
        int there = access(path, F_OK) == 0;                            \
        if (changes && (!there || flags & O_TRUNC)) {                   \
            if (fails(!there)) return -1;                               \
        } else changes = 0;                                             \
        int fd = REAL(name)(path, flags, mode);                         \
        if (fd >= 0 && changes) {                                       \
            if (!there) note('C', path, 0, 0, 0, 0);                    \
            if (flags & O_TRUNC) note('T', path, 0, 0, 0, 0);           \
        }                                                               \
        return fd;                                                      \
    }
OPEN(open)
OPEN(open64)

ssize_t write(int fd, const void *data, size_t length) {
    char path[PATH_MAX];
    if (!path_of(fd, path)) return REAL(write)(fd, data, length);
    if (fails(1)) return -1;
    int64_t at = fcntl(fd, F_GETFL) & O_APPEND ? lseek(fd, 0, SEEK_END) : lseek(fd, 0, SEEK_CUR);
    ssize_t done = REAL(write)(fd, data, length);
    if (done > 0) note('W', path, 0, at, data, done);
    return done;
}

#define PWRITE(name, offset)                                            \
    ssize_t name(int fd, const void *data, size_t length, offset at) {  \
        char path[PATH_MAX];                                            \
        if (!path_of(fd, path)) return REAL(name)(fd, data, length, at);\
        if (fails(1)) return -1;                                        \
        ssize_t done = REAL(name)(fd, data, length, at);                \
        if (done > 0) note('W', path, 0, at, data, done);               \
        return done;                                                    \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define SYNC(name)                                                      \
    int name(int fd) {                                                  \
        char path[PATH_MAX];                                            \
        if (!path_of(fd, path)) return REAL(name)(fd);                  \
        if (fails(0)) return -1;                                        \
        int code = REAL(name)(fd);                                      \
        if (code == 0) note('S', path, 0, 0, 0, 0);                     \
        return code;                                                    \
    }
SYNC(fsync)
SYNC(fdatasync)

#define TRUNCATE(name, offset)                                          \
    int name(int fd, offset size) {                                     \
        char path[PATH_MAX];                                            \
        if (!path_of(fd, path)) return REAL(name)(fd, size);            \
        if (fails(0)) return -1;                                        \
        int code = REAL(name)(fd, size);                                \
        if (code == 0) note('T', path, 0, size, 0, 0);                  \
        return code;                                                    \
    }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

int rename(const char *from, const char *to) {
    if (!within(from) && !within(to)) return REAL(rename)(from, to);
    if (fails(0)) return -1;
    int code = REAL(rename)(from, to);
    if (code == 0) note('R', from, to, 0, 0, 0);
    return code;
}

int link(const char *from, const char *to) {
    if (!within(to)) return REAL(link)(from, to);
    if (fails(1)) return -1;
    int code = REAL(link)(from, to);
    if (code == 0) note('L', from, to, 0, 0, 0);
    return code;
}

int linkat(int fd, const char *from, int other, const char *to, int flags) {
    if (!within(to)) return REAL(linkat)(fd, from, other, to, flags);
    if (fails(1)) return -1;
    int code = REAL(linkat)(fd, from, other, to, flags);
    if (code == 0) note('L', from, to, 0, 0, 0);
    return code;
}

int unlink(const char *path) {
    if (!within(path)) return REAL(unlink)(path);
    if (fails(0)) return -1;
    int code = REAL(unlink)(path);
    if (code == 0) note('U', path, 0, 0, 0, 0);
    return code;
}

int mkdir(const char *path, mode_t mode) {
    if (!within(path)) return REAL(mkdir)(path, mode);
    if (fails(1)) return -1;
    int code = REAL(mkdir)(path, mode);
    if (code == 0) note('M', path, 0, 0, 0, 0);
    return code;
}

/* A file is then copied by reads and writes, which are seen. */
ssize_t copy_file_range(int in, off64_t *at, int out, off64_t *to, size_t length, unsigned flags) {
    (void)in, (void)at, (void)out, (void)to, (void)length, (void)flags;
    errno = ENOSYS;
    return -1;
}

ssize_t sendfile64(int out, int in, off64_t *at, size_t length) {
    (void)out, (void)in, (void)at, (void)length;
    errno = ENOSYS;
    return -1;
}
