// SPDX-License-Identifier: GPL-3.0-or-later

import Randomness
import Testing

struct RandomnessTests {
  @Test func `SplitMix gives the numbers of its published reference`() {
    var numbers = SplitMix(state: 1_234_567)
    let first = (0..<5).map { _ in numbers.next() }
    #expect(
      first == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test func `the hash of a text is FNV-1a`() {
    #expect(FNV().hash == 0xcbf2_9ce4_8422_2325)
    #expect(FNV(hashing: "a").hash == 0xaf63_dc4c_8601_ec8c)
    #expect(FNV(hashing: "foobar").hash == 0x8594_4171_f739_67e8)
  }
}
