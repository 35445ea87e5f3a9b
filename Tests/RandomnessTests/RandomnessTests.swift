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

  @Test func `the fingerprint of a file is SHA-256, in pieces or at once`() {
    #expect(
      SHA256().hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    var abc = SHA256()
    abc.add(Array("abc".utf8))
    #expect(
      abc.hex() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    let long = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
    var (whole, pieces) = (SHA256(), SHA256())
    whole.add(long)
    for start in stride(from: 0, to: long.count, by: 997) {
      pieces.add(long[start..<min(long.count, start + 997)])
    }
    #expect(
      whole.hex() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    #expect(pieces.hex() == whole.hex())
  }
}
