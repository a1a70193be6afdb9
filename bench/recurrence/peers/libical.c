/* Answers the questions of ../src/peers.rs with libical: `cc -O2 libical.c -lical`. One line in, one line out: how many
   nanoseconds the best of several tries took, then the dates. Where a rule can be begun late (no COUNT), it is. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MOST 20000

static long long now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static int instants(char *list, icaltimezone *zone, time_t *out) {
    int n = 0;
    for (char *at = strtok(list, ","); at && n < MOST; at = strtok(NULL, ","))
        out[n++] = icaltime_as_timet_with_zone(icaltime_from_string(at), zone);
    return n;
}

static int by_time(const void *a, const void *b) {
    time_t x = *(const time_t *)a, y = *(const time_t *)b;
    return (x > y) - (x < y);
}

static int has(const time_t *list, int n, time_t at) {
    for (int i = 0; i < n; i++)
        if (list[i] == at) return 1;
    return 0;
}

int main(int argc, char **argv) {
    static char line[1 << 20];
    static time_t found[MOST], added[MOST], excepted[MOST];
    int tries = argc > 1 ? atoi(argv[1]) : 1;
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = 0;
        char *field[8] = {0}, *rest = line;
        for (int i = 0; i < 8 && rest; i++) field[i] = strsep(&rest, "\t");
        icaltimezone *zone = strcmp(field[1], "UTC") ? icaltimezone_get_builtin_timezone(field[1]) : icaltimezone_get_utc_timezone();
        int plus = instants(field[3], zone, added), minus = instants(field[4], zone, excepted);
        time_t from = atoll(field[5]), to = atoll(field[6]);
        int most = atoi(field[7]), n = 0;
        long long best = -1;
        for (int try = 0; try < tries; try++) {
            long long begun = now();
            n = 0;
            struct icalrecurrencetype rule = icalrecurrencetype_from_string(field[2]);
            struct icaltimetype start = icaltime_from_string(field[0]);
            /* UNTIL in UTC is compared with times on the clock of the series. */
            if (!icaltime_is_null_time(rule.until) && icaltime_is_utc(rule.until))
                rule.until = icaltime_convert_to_zone(rule.until, zone), rule.until.zone = NULL;
            icalrecur_iterator *all = icalrecur_iterator_new(rule, start);
            if (all) {
                if (rule.count == 0) {
                    struct icaltimetype late = icaltime_from_timet_with_zone(from, 0, zone);
                    late.zone = NULL;
                    if (icaltime_compare(late, start) > 0) icalrecur_iterator_set_start(all, late);
                }
                for (;;) {
                    struct icaltimetype at = icalrecur_iterator_next(all);
                    if (icaltime_is_null_time(at)) break;
                    time_t instant = icaltime_as_timet_with_zone(at, zone);
                    if (instant < from) continue;
                    if (instant >= to || n >= MOST) break;
                    if (!has(excepted, minus, instant)) found[n++] = instant;
                    if (n >= most && !plus) break;
                }
                icalrecur_iterator_free(all);
            }
            for (int i = 0; i < plus; i++)
                if (!has(found, n, added[i]) && !has(excepted, minus, added[i]) && n < MOST) found[n++] = added[i];
            if (plus) qsort(found, n, sizeof *found, by_time);
            if (n > most) n = most;
            long long took = now() - begun;
            if (best < 0 || took < best) best = took;
        }
        printf("%lld", best);
        for (int i = 0; i < n; i++) printf("\t%lld", (long long)found[i]);
        printf("\n");
    }
    return 0;
}
