// SPDX-License-Identifier: GPL-3.0-or-later

import Scenarios

extension Form<HistoryReplay> {
  static let history = Form.object("history") { f in
    let file = f.required("file", Form<String>.text, "CSV beside the scenario.")
    guard file != nil, let reading = f.reading else { return nil }
    reading.report(found: "a history", allowed: "daily_mean")
    return nil
  }
}
