// SPDX-License-Identifier: GPL-3.0-or-later

/// The paths and values of settings that must have one value each.
///
/// - Parameter options: Paths that an option of their own sets, and the option.
func singleValues(
  of settings: [String], options: [String: String] = [:]
) throws(ApplicationError) -> [(path: String, value: String)] {
  var overrides: [(path: String, value: String)] = []
  for (text, setting) in zip(settings, try parseSettings(settings, options: options)) {
    guard setting.values.count == 1 else { throw .request(.severalValues(text)) }
    overrides.append((setting.path, setting.values[0]))
  }
  return overrides
}

/// Reads settings, none of which may set what another one does.
func parseSettings(
  _ texts: [String], options: [String: String]
) throws(ApplicationError) -> [Setting] {
  var settings: [Setting] = []
  var setters = options
  for text in texts {
    do throws(Setting.Problem) {
      let setting = try Setting(parsing: text)
      if let other = setters.updateValue("--set \(setting.path)", forKey: setting.path) {
        throw Setting.Problem.twice(setting.path, by: other)
      }
      settings.append(setting)
    } catch {
      throw .request(.setting(text, error))
    }
  }
  return settings
}
