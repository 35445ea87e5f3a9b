// SPDX-License-Identifier: GPL-3.0-or-later

/// The paths and values of settings that must have one value each.
func singleValues(
  of settings: [String]
) throws(ApplicationError) -> [(path: String, value: String)] {
  var overrides: [(path: String, value: String)] = []
  for text in settings {
    let setting = try parseSetting(text)
    guard setting.values.count == 1 else { throw .request(.severalValues(text)) }
    overrides.append((setting.path, setting.values[0]))
  }
  return overrides
}

func parseSetting(_ text: String) throws(ApplicationError) -> Setting {
  do {
    return try Setting(parsing: text)
  } catch {
    throw .request(.setting(text, error))
  }
}
