// SPDX-License-Identifier: GPL-3.0-or-later
// xoshiro256++ (Blackman and Vigna 2019) and inlined ziggurats (Marsaglia and Tsang 2000).
#pragma once

#include <cmath>
#include <cstdint>

class Random {
 public:
  explicit Random(std::uint64_t seed) {
    for (auto &word : state_) {  // SplitMix64
      std::uint64_t z = (seed += 0x9E3779B97F4A7C15u);
      z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
      z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
      word = z ^ (z >> 31);
    }
  }

  std::uint64_t bits() {
    const std::uint64_t result = rotate(state_[0] + state_[3], 23) + state_[0];
    const std::uint64_t shifted = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = rotate(state_[3], 45);
    return result;
  }

  /// In (0, 1).
  double uniform() { return (static_cast<double>(bits() >> 11) + 0.5) * 0x1p-53; }

  inline double exponential();
  inline double normal();
  double lognormal(double mu, double sigma) { return std::exp(mu + sigma * normal()); }

 private:
  static std::uint64_t rotate(std::uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }
  std::uint64_t state_[4];
};

/// 256 layers of equal area under e^-x (or e^(-x²/2)); `edge` is where the tail begins.
struct Ziggurat {
  double width[257], height[257];
  template <class Density, class Inverse>
  Ziggurat(double edge, double area, Density density, Inverse inverse) {
    width[0] = area / density(edge);  // the base layer with its tail, as a box of the same height
    width[1] = edge;
    for (int i = 2; i < 256; ++i)
      width[i] = inverse(density(width[i - 1]) + area / width[i - 1]);
    width[256] = 0;
    for (int i = 0; i <= 256; ++i) height[i] = density(width[i]);
  }
};

inline const Ziggurat exponential_ziggurat(
    7.69711747013104972, 0.0039496598225815571993, [](double x) { return std::exp(-x); },
    [](double y) { return -std::log(y); });
inline const Ziggurat normal_ziggurat(
    3.6541528853610088, 0.00492867323399, [](double x) { return std::exp(-x * x / 2); },
    [](double y) { return std::sqrt(-2 * std::log(y)); });

inline double Random::exponential() {
  const Ziggurat &z = exponential_ziggurat;
  double shift = 0;
  for (;;) {
    const std::uint64_t b = bits();
    const int layer = b & 255;
    const double x = static_cast<double>(b >> 11) * 0x1p-53 * z.width[layer];
    if (x < z.width[layer + 1]) [[likely]] return shift + x;
    if (layer == 0) {
      shift += z.width[1];  // the tail of an exponential is an exponential again
      continue;
    }
    if (z.height[layer] + uniform() * (z.height[layer + 1] - z.height[layer]) < std::exp(-x))
      return shift + x;
  }
}

inline double Random::normal() {
  const Ziggurat &z = normal_ziggurat;
  for (;;) {
    const std::uint64_t b = bits();
    const int layer = b & 255;
    // A signed fraction: the sign costs no branch.
    const double x = static_cast<double>(static_cast<std::int64_t>(b) >> 11) * 0x1p-52 *
                     z.width[layer];
    if (std::fabs(x) < z.width[layer + 1]) [[likely]] return x;
    if (layer == 0) {
      double tail, test;
      do {
        tail = -std::log(uniform()) / z.width[1];
        test = -std::log(uniform());
      } while (2 * test < tail * tail);
      return x < 0 ? -z.width[1] - tail : z.width[1] + tail;
    }
    if (z.height[layer] + uniform() * (z.height[layer + 1] - z.height[layer]) <
        std::exp(-x * x / 2))
      return x;
  }
}
