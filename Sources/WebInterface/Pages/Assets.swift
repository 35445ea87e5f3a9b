// SPDX-License-Identifier: GPL-3.0-or-later

import FlyingFox
import Foundation
import Reporting
import Wording

/// Style and scripts, which stand in the program itself: a moved binary has them, and no network is
/// asked.
enum Assets {
  private static let scripts: [String: [UInt8]] = [
    "address.js": PackageResources.address_js, "answers.js": PackageResources.answers_js,
    "drawing.js": PackageResources.drawing_js, "drops.js": PackageResources.drops_js,
    "edit.js": PackageResources.edit_js,
    "files.js": PackageResources.files_js, "form.js": PackageResources.form_js,
    "gantt.js": PackageResources.gantt_js, "jobs.js": PackageResources.jobs_js,
    "roster.js": PackageResources.roster_js, "rosterModel.js": PackageResources.rosterModel_js,
    "server.js": PackageResources.server_js, "shapes.js": PackageResources.shapes_js,
    "sliders.js": PackageResources.sliders_js,
    "start.js": PackageResources.start_js, "text.js": PackageResources.text_js,
    "views.js": PackageResources.views_js, "words.js": PackageResources.words_js,
  ]

  static var names: [String] { scripts.keys.sorted() + ["page.css", "report.css"] }

  static func answer(_ name: String) -> HTTPResponse {
    switch name {
    case "page.css":
      return PageAnswer.of("text/css; charset=utf-8", Data(PackageResources.page_css))
    case "report.css":
      return PageAnswer.of("text/css; charset=utf-8", Data(ReportStyle.css.utf8))
    default:
      guard let script = scripts[name] else {
        return PageAnswer.sentence(PageRoutes.nothing.en, .notFound)
      }
      return PageAnswer.of("text/javascript; charset=utf-8", Data(script))
    }
  }
}
