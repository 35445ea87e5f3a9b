// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Places of sun and moon, as exactly as a lunar calendar needs: to about a minute in this century.
///
/// Formulas of J. Meeus, *Astronomical Algorithms* (2nd ed. 1998), chapters 25 and 49. Times are
/// Julian ephemeris days; `civilDay` gives the date in China (UTC+8).
enum Ephemeris {
  /// Days by which dynamical time runs ahead of UTC in 2020–2050; 70 s, known to a few seconds.
  private static let deltaT = 70.0 / 86_400

  /// The date in China at the given ephemeris time.
  static func civilDay(_ time: Double) -> CivilDate {
    CivilDate(dayNumber: Int((time - deltaT + 8.0 / 24 - 2_440_587.5).rounded(.down)))
  }

  /// Midnight at the start of `date` in China.
  static func time(startOf date: CivilDate) -> Double {
    Double(date.dayNumber) + 2_440_587.5 - 8.0 / 24 + deltaT
  }

  /// Time of the new moon number `k`, counted from 6 January 2000.
  static func newMoon(_ k: Int) -> Double {
    let k = Double(k)
    let t = k / 1236.85
    let mean =
      2_451_550.09766 + 29.530588861 * k + t * t * (0.00015437 - t * (0.00000015 - t * 7.3e-10))
    let eccentricity = 1 - t * (0.002516 + 0.0000074 * t)
    let sun = radians(2.5534 + 29.1053567 * k - t * t * 0.0000014)
    let moon = radians(201.5643 + 385.81693528 * k + t * t * 0.0107582)
    let latitude = radians(160.7108 + 390.67050284 * k - t * t * 0.0016118)
    let node = radians(124.7746 - 1.56375588 * k + t * t * 0.0020672)
    var correction = 0.0
    for term in newMoonTerms {
      let angle = Double(term.sun) * sun + Double(term.moon) * moon + Double(term.node) * latitude
      let factor = abs(term.sun) == 1 ? eccentricity : abs(term.sun) == 2 ? pow(eccentricity, 2) : 1
      correction += term.size * factor * sin(angle)
    }
    correction -= 0.00017 * sin(node)
    correction += 0.000325 * sin(radians(299.77 + 0.107408 * k - 0.009173 * t * t))
    correction += 0.000165 * sin(radians(251.88 + 0.016321 * k))
    return mean + correction
  }

  /// Apparent longitude of the sun in degrees, 0 to 360; 15° is Qingming, 270° the winter solstice.
  static func solarLongitude(_ time: Double) -> Double {
    let t = (time - 2_451_545) / 36_525
    let mean = 280.46646 + t * (36_000.76983 + t * 0.0003032)
    let anomaly = radians(357.52911 + t * (35_999.05029 - t * 0.0001537))
    let center =
      (1.914602 - t * (0.004817 + 0.000014 * t)) * sin(anomaly)
      + (0.019993 - 0.000101 * t) * sin(2 * anomaly) + 0.000289 * sin(3 * anomaly)
    let node = radians(125.04 - 1934.136 * t)
    let longitude = mean + center - 0.00569 - 0.00478 * sin(node)
    return longitude - 360 * (longitude / 360).rounded(.down)
  }

  /// The time near `guess` (within some weeks) at which the sun has the given longitude.
  static func solarTerm(longitude: Double, near guess: Double) -> Double {
    var time = guess
    for _ in 0..<8 {
      var gap = longitude - solarLongitude(time)
      gap -= 360 * (gap / 360).rounded()
      time += gap * 365.2422 / 360
    }
    return time
  }

  private static func radians(_ degrees: Double) -> Double {
    degrees.truncatingRemainder(dividingBy: 360) * .pi / 180
  }

  private struct Term {
    let size: Double
    let sun: Int
    let moon: Int
    let node: Int

    init(_ size: Double, _ sun: Int, _ moon: Int, _ node: Int) {
      (self.size, self.sun, self.moon, self.node) = (size, sun, moon, node)
    }
  }

  /// Size in days, and multiples of the sun's anomaly, the moon's anomaly and its argument of
  /// latitude (Meeus, table of chapter 49, new moon).
  private static let newMoonTerms: [Term] = [
    Term(-0.40720, 0, 1, 0), Term(0.17241, 1, 0, 0), Term(0.01608, 0, 2, 0),
    Term(0.01039, 0, 0, 2), Term(0.00739, -1, 1, 0), Term(-0.00514, 1, 1, 0),
    Term(0.00208, 2, 0, 0), Term(-0.00111, 0, 1, -2), Term(-0.00057, 0, 1, 2),
    Term(0.00056, 1, 2, 0), Term(-0.00042, 0, 3, 0), Term(0.00042, 1, 0, 2),
    Term(0.00038, 1, 0, -2), Term(-0.00024, -1, 2, 0), Term(-0.00007, 2, 1, 0),
    Term(0.00004, 0, 2, -2), Term(0.00004, 3, 0, 0), Term(0.00003, 1, 1, -2),
    Term(0.00003, 0, 2, 2), Term(-0.00003, 1, 1, 2), Term(0.00003, -1, 1, 2),
  ]
}
