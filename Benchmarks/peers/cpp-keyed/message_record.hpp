// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept of W5, as the product keeps it: counts by half hour of arrival, histograms of waits,
// replies and first replies, areas by half hour, and the sums of each agent. Seconds.
#pragma once

#include <algorithm>
#include <vector>

#include "../common/day_record.hpp"

class MessageRecord {
 public:
  explicit MessageRecord(const MessageDesk &desk)
      : warm_up_(desk.warm_up), cohorts_(static_cast<int>(desk.horizon / slot) + 1),
        areas_(cohorts_.size()) {}

  /// The clock goes on; half hours that end are booked.
  void advance(double now) {
    while (now >= slot_end_ && current_ + 1 < static_cast<int>(areas_.size())) [[unlikely]] {
      areas_[current_].busy += busy_ * slot;
      areas_[current_].chats += chats_ * slot;
      ++current_;
      slot_end_ += slot;
    }
    into_slot_ = now - (slot_end_ - slot);
  }

  void arrive() {
    ++totals_.chats;
    ++cohorts_[current_].arrived;
  }

  void take(int agent, double arrival, double now) {
    Cohort &cohort = cohorts_[static_cast<int>(arrival * (1 / slot))];
    const double wait = now - arrival;
    ++cohort.answered;
    cohort.within_limit += wait <= answer_limit_seconds;
    cohort.answered_wait += wait;
    waits_[wait > 0 ? DayRecord::bucket(wait / 60) : 0] += arrival >= warm_up_;
    ++agents_[agent].chats;
  }

  /// The agent has one chat more, and had none if she was not busy.
  void begin_chat(int agent, double now) {
    Open &open = open_[agent];
    const double becomes_busy = open.chats++ == 0;
    open.since = becomes_busy ? now : open.since;
    book(1, becomes_busy);
  }

  void end_chat(int agent, double now, bool is_last) {
    Open &open = open_[agent];
    --open.chats;
    agents_[agent].busy += is_last ? now - open.since : 0;
    book(-1, -double(is_last));
  }

  void answer(int agent, double arrival, double written, double now, double composing,
              bool is_first) {
    areas_[current_].work += composing;
    agents_[agent].work += composing;
    if (arrival < warm_up_) return;
    ++totals_.replies;
    totals_.reply_time += now - written;
    ++replies_[DayRecord::bucket((now - written) * (1. / 60))];
    if (is_first) {
      totals_.first_reply_time += now - arrival;
      cohorts_[static_cast<int>(arrival * (1 / slot))].first_replies += now - arrival;
      ++first_replies_[DayRecord::bucket((now - arrival) * (1. / 60))];
    }
  }

  Totals totals() {
    for (std::size_t i = static_cast<std::size_t>(warm_up_ / slot); i < cohorts_.size(); ++i) {
      totals_.arrivals += cohorts_[i].arrived;
      totals_.within_limit += cohorts_[i].within_limit;
      totals_.wait += cohorts_[i].answered_wait;
    }
    for (int i = 1; i < DayRecord::buckets; ++i) totals_.waited += waits_[i];
    for (const Areas &areas : areas_) {
      totals_.busy += areas.busy;
      totals_.open_chats += areas.chats;
      totals_.work += areas.work;
    }
    return totals_;
  }

 private:
  static constexpr double slot = 1800;
  struct HalfHour : Cohort {
    double first_replies = 0;
  };
  struct Open {
    double since = 0;
    int chats = 0;
  };

  void book(double chats, double busy) {
    chats_ += chats;
    busy_ += busy;
    areas_[current_].chats -= chats * into_slot_;
    areas_[current_].busy -= busy * into_slot_;
  }

  double warm_up_;
  Totals totals_;
  std::vector<HalfHour> cohorts_;
  std::vector<Areas> areas_;
  AgentSums agents_[128];
  Open open_[128];
  std::uint32_t waits_[DayRecord::buckets] = {}, replies_[DayRecord::buckets] = {},
                first_replies_[DayRecord::buckets] = {};
  double slot_end_ = slot, into_slot_ = 0, chats_ = 0, busy_ = 0;
  int current_ = 0;
};
