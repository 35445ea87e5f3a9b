# SPDX-License-Identifier: GPL-3.0-or-later
# A formula for Homebrew: put it into a tap, with the address and the sum of the release's sources.
class Inquiry < Formula
  desc "Planner of outsourced customer chat"
  homepage "https://example.invalid/inquiry-planner"
  url "https://example.invalid/inquiry-planner/archive/0.2.0.tar.gz"
  sha256 "0000000000000000000000000000000000000000000000000000000000000000"
  license "GPL-3.0-or-later"

  depends_on "pkgconf" => :build
  depends_on xcode: ["26.0", :build]
  depends_on "glpk"
  depends_on "gsl"
  depends_on macos: :sonoma

  def install
    # SwiftPM's own sandbox does not work within Homebrew's.
    system "make", "install", "PREFIX=#{prefix}", "SWIFT_FLAGS=--disable-sandbox"
  end

  test do
    system bin/"inquiry", "init", "shop.yaml"
    system bin/"inquiry", "validate", "shop.yaml"
    assert_match version.to_s, shell_output("#{bin}/inquiry --version")
  end
end
