// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
import ScenarioFiles
import Scenarios
import Tables

/// What a page needs to draw values that a scenario names and does not write out: the weights of day
/// profiles, the dates and lifts of promotions.
enum DrawnValues {
  static func json(_ form: FormGroup) -> JSONValue {
    [
      "profiles": .object(
        DayProfile.all.map { profile in
          .init(profile.name, .array(profile.weights.map(JSONValue.number)))
        }),
      "waves": .array(waves(form)),
    ]
  }

  private static func waves(_ form: FormGroup) -> [JSONValue] {
    let first = text("horizon.start", form).flatMap { CivilDate(iso: $0) }
    return groups("promotions", form).flatMap { list in
      list.parts.compactMap { part -> JSONValue? in
        guard case .group(let item) = part else { return nil }
        return wave(item, year: first?.year)
      }
    }
  }

  /// A preset where it lies; nil for one that the scenario writes out, or that nobody knows.
  private static func wave(_ item: FormGroup, year: Int?) -> JSONValue? {
    guard let name = text("\(item.path).preset", item),
      let year = text("\(item.path).year", item).flatMap({ Int($0) }) ?? year,
      let wave = try? PromotionPresets.wave(
        named: name, year: year, platform: text("\(item.path).platform", item),
        lift: text("\(item.path).lift", item).flatMap(Double.init)),
      let span = wave.span
    else { return nil }
    let strongest = wave.phases.map(\.lift).max { abs($0 - 1) < abs($1 - 1) } ?? 1
    return [
      "path": .string(item.path), "name": .string(name), "first": .string(span.first.description),
      "last": .string(span.last.description), "lift": .number(strongest),
    ]
  }

  private static func text(_ path: String, _ group: FormGroup) -> String? {
    group.fields.first { $0.path == path }?.text
  }

  private static func groups(_ key: String, _ group: FormGroup) -> [FormGroup] {
    group.parts.flatMap { part -> [FormGroup] in
      guard case .group(let inner) = part else { return [] }
      return inner.key == key ? [inner] : groups(key, inner)
    }
  }
}
