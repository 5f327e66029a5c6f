/* Makes every sync to the disk five milliseconds slower, as on a laptop's disk. Loaded before libc by the bench. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <time.h>

static void linger(void)
{
    struct timespec five_ms = {0, 5000000};
    nanosleep(&five_ms, NULL);
}

int fsync(int file)
{
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
    linger();
    return real(file);
}

int fdatasync(int file)
{
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
    linger();
    return real(file);
}
