// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Testing

struct JSONValueTests {
  @Test func `members keep their order, and numbers are as short as they can be`() {
    let value: JSONValue = [
      "z": 1, "a": 0.5, "whole": .number(1e9), "none": .number(.nan), "list": [true, "\"\n\u{1}"],
      "empty": .object([]),
    ]
    #expect(
      value.text == """
        {
          "z": 1,
          "a": 0.5,
          "whole": 1000000000,
          "none": null,
          "list": [
            true,
            "\\"\\n\\u0001"
          ],
          "empty": {}
        }

        """)
    #expect(value["a"]?.double == 0.5)
    #expect(value["z"]?.double == 1)
    #expect(value["list"]?.double == nil)
    #expect(value.with(["b": 2])["b"] == 2)
  }
}
