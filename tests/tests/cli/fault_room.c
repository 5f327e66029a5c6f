/* A disk without room, or one that is read-only, while a file says so. Loaded before libc by the tests: while the file named by
   FAULT_WHILE exists, each write, cut and sync of files below FAULT_IN fails with the error whose number stands in it. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int fault(int file)
{
    const char *folder = getenv("FAULT_IN"), *flag = getenv("FAULT_WHILE");
    char link[64], path[4096], number[16];
    int before = errno, found = 0;
    if (!folder || !flag)
        return 0;
    int told = open(flag, O_RDONLY);
    if (told >= 0) {
        ssize_t length = read(told, number, sizeof number - 1);
        close(told);
        snprintf(link, sizeof link, "/proc/self/fd/%d", file);
        ssize_t named = readlink(link, path, sizeof path - 1);
        if (length > 0 && named > 0) {
            number[length] = 0;
            path[named] = 0;
            if (strncmp(path, folder, strlen(folder)) == 0)
                found = atoi(number);
        }
    }
    errno = found ? found : before;
    return found;
}

#define REAL(name) __typeof__(&name) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

ssize_t write(int file, const void *bytes, size_t count)
{
    REAL(write);
    return fault(file) ? -1 : real(file, bytes, count);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t at)
{
    REAL(pwrite64);
    return fault(file) ? -1 : real(file, bytes, count, at);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t at)
{
    return pwrite64(file, bytes, count, at);
}

int ftruncate64(int file, off64_t length)
{
    REAL(ftruncate64);
    return fault(file) ? -1 : real(file, length);
}

int ftruncate(int file, off_t length)
{
    return ftruncate64(file, length);
}

int fsync(int file)
{
    return fault(file) ? -1 : 0;
}

int fdatasync(int file)
{
    return fsync(file);
}
