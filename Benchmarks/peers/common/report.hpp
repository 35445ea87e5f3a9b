// SPDX-License-Identifier: GPL-3.0-or-later
// What every peer prints: one row of totals for each replication; the driver does the statistics.
#pragma once

#include <cstdint>
#include <cstdio>
#include <vector>

/// Totals of one replication, over the customers who arrived after the warm-up; seconds.
struct Totals {
  std::int64_t chats = 0;  // all simulated, warm-up included
  std::int64_t arrivals = 0, waited = 0, abandoned = 0, within_limit = 0;
  double wait = 0;
  std::int64_t replies = 0;
  double reply_time = 0, first_reply_time = 0;
  // W7 and W8: agents with a chat, open chats and work done, summed over time.
  double busy = 0, open_chats = 0, work = 0;
};

inline void print_report(const char *engine, const char *workload, const std::vector<Totals> &rows) {
  std::printf("{\"engine\":\"%s\",\"workload\":\"%s\",\"replications\":[\n", engine, workload);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Totals &r = rows[i];
    std::printf(
        "{\"chats\":%lld,\"arrivals\":%lld,\"waited\":%lld,\"abandoned\":%lld,"
        "\"within_limit\":%lld,\"wait_seconds\":%.9g,\"replies\":%lld,\"reply_seconds\":%.9g,"
        "\"first_reply_seconds\":%.9g,\"busy_seconds\":%.9g,\"chat_seconds\":%.9g,"
        "\"work_seconds\":%.9g}%s\n",
        (long long)r.chats, (long long)r.arrivals, (long long)r.waited, (long long)r.abandoned,
        (long long)r.within_limit, r.wait, (long long)r.replies, r.reply_time, r.first_reply_time,
        r.busy, r.open_chats, r.work, i + 1 < rows.size() ? "," : "");
  }
  std::printf("]}\n");
}
