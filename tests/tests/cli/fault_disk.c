/* A disk that fails. Loaded before libc by the tests: of the writes, syncs and cuts of files below FAULT_IN the one with the
   number FAULT_AT comes to nothing (a write to half), with FAULT_STICKY each that follows as well. FAULT_ERROR is the error;
   0 ends the program on the spot instead. FAULT_LOG gets a line for each of them. A sync that goes well is none: nobody cuts
   the power, and thousands of real ones take minutes. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static atomic_long seen;

static int is_below(int file, char *path, size_t size)
{
    const char *folder = getenv("FAULT_IN");
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, size - 1);
    if (!folder || length < 0)
        return 0;
    path[length] = 0;
    return strncmp(path, folder, strlen(folder)) == 0;
}

static int number(const char *name)
{
    const char *text = getenv(name);
    return text ? atoi(text) : 0;
}

static void note(const char *act, const char *path)
{
    const char *log = getenv("FAULT_LOG");
    int file = log ? open(log, O_WRONLY | O_APPEND | O_CREAT, 0600) : -1;
    if (file < 0)
        return;
    dprintf(file, "%s %s\n", act, path);
    close(file);
}

static int fails(const char *act, int file)
{
    char path[4096];
    int before = errno;
    if (!is_below(file, path, sizeof path)) {
        errno = before;
        return 0;
    }
    long mine = atomic_fetch_add(&seen, 1) + 1, at = number("FAULT_AT");
    note(act, path);
    errno = before;
    if (at == 0 || mine < at || (mine > at && !number("FAULT_STICKY")))
        return 0;
    if (number("FAULT_ERROR") == 0)
        raise(SIGKILL);
    return 1;
}

static int give_up(void)
{
    errno = number("FAULT_ERROR");
    return -1;
}

#define REAL(name) __typeof__(&name) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

ssize_t write(int file, const void *bytes, size_t count)
{
    REAL(write);
    if (!fails("write", file))
        return real(file, bytes, count);
    real(file, bytes, count / 2);
    return give_up();
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t at)
{
    REAL(pwrite64);
    if (!fails("write", file))
        return real(file, bytes, count, at);
    real(file, bytes, count / 2, at);
    return give_up();
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t at)
{
    return pwrite64(file, bytes, count, at);
}

int ftruncate64(int file, off64_t length)
{
    REAL(ftruncate64);
    return fails("cut", file) ? give_up() : real(file, length);
}

int ftruncate(int file, off_t length)
{
    return ftruncate64(file, length);
}

int fsync(int file)
{
    return fails("sync", file) ? give_up() : 0;
}

int fdatasync(int file)
{
    return fsync(file);
}
