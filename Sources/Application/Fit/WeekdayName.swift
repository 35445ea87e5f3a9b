// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Wording

extension Weekday {
  /// The whole word.
  package var name: Localized {
    let english = [
      "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
    let chinese = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]
    return Localized(en: english[rawValue], zh: chinese[rawValue])
  }
}
