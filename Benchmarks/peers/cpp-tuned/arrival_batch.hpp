// SPDX-License-Identifier: GPL-3.0-or-later
// Customers of one type, drawn sixty-four at a time: when they come and how long they are worked on.
#pragma once

#include <bit>
#include <cstdint>

#include "../common/workloads.hpp"
#include "random.hpp"

/// e^x to full precision for |x| < 700, without a branch or a call, so that a loop of it is vectorised.
inline double plain_exp(double x) {
  const double shifted = x * 1.4426950408889634 + 0x1.8p52;
  const double n = shifted - 0x1.8p52;
  const double r = (x - n * 0.693147180369123816490) - n * 1.90821492927058770002e-10;
  double p = 1.0 / 6227020800;
  p = p * r + 1.0 / 479001600;
  p = p * r + 1.0 / 39916800;
  p = p * r + 1.0 / 3628800;
  p = p * r + 1.0 / 362880;
  p = p * r + 1.0 / 40320;
  p = p * r + 1.0 / 5040;
  p = p * r + 1.0 / 720;
  p = p * r + 1.0 / 120;
  p = p * r + 1.0 / 24;
  p = p * r + 1.0 / 6;
  p = p * r + 0.5;
  p = p * r + 1;
  p = p * r + 1;
  return std::bit_cast<double>(std::bit_cast<std::uint64_t>(p) +
                               (std::bit_cast<std::uint64_t>(shifted) << 52));
}

/// Draws of a lognormal law, sixty-four at a time.
class LognormalBatch {
 public:
  static constexpr int size = 64;

  LognormalBatch(Lognormal law, Random &random) : law_(law), random_(random) { fill(); }

  double front() const { return values_[next_]; }
  void pop() {
    if (++next_ == size) [[unlikely]] fill();
  }

 private:
  [[gnu::noinline]] void fill() {
    for (double &value : values_) value = random_.normal();
    for (double &value : values_) value = plain_exp(law_.mu + law_.sigma * value);
    next_ = 0;
  }

  alignas(64) double values_[size];
  Lognormal law_;
  Random &random_;
  int next_ = 0;
};

class ArrivalBatch {
 public:
  static constexpr double never = 1e300;

  ArrivalBatch(const SharedDay &day, double share, Random &random)
      : day_(day), share_(share), random_(random), works_(day.handling, random) {
    rate_ = share * day.rate(0);
    fill();
  }

  double time() const { return times_[next_]; }
  double work() const { return works_.front(); }
  void pop() {
    works_.pop();
    if (++next_ == LognormalBatch::size) [[unlikely]] fill();
  }

 private:
  /// Exponential gaps in operational time: what a half hour leaves over goes on in the next.
  [[gnu::noinline]] void fill() {
    double time = time_, rate = rate_, end = (slot_ + 1) * day_.slot;
    double gap = 1 / rate;
    for (double &each : times_) {
      const double draw = random_.exponential();
      double next = time + draw * gap;
      while (next > end && slot_ < day_.half_hours) [[unlikely]] {
        const double left = draw_left(next, end, rate);
        if (++slot_ == day_.half_hours) {
          end = next = never;
          break;
        }
        rate = share_ * day_.rate(slot_);
        gap = 1 / rate;
        time = end;
        end += day_.slot;
        next = time + left * gap;
      }
      each = time = next;
    }
    time_ = time;
    rate_ = rate;
    next_ = 0;
  }

  static double draw_left(double next, double end, double rate) { return (next - end) * rate; }

  alignas(64) double times_[LognormalBatch::size];
  const SharedDay &day_;
  double share_;
  Random &random_;
  LognormalBatch works_;
  double time_ = 0, rate_;
  int slot_ = 0, next_ = 0;
};
