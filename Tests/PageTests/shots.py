# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the page, to be looked at: `python3 Tests/PageTests/shots.py PROGRAM FOLDER`."""

import pathlib
import shutil
import sys
import tempfile

from browser import Browser, Server

SETTLED = "return document.querySelector('#results').dataset.settled === 'true'"


def main(program, folder):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    shops = pathlib.Path(tempfile.mkdtemp(prefix="inquiry-shots-"))
    scenario = pathlib.Path(__file__).parents[2] / "Scenarios" / "start-up.yaml"
    shutil.copy(scenario, shops / "start-up.yaml")
    server = Server(program, str(shops))
    try:
        for dark in (False, True):
            browser = Browser(dark=dark)
            mark = "-dark" if dark else ""
            try:
                for language in ("en", "zh"):
                    for width in ((1280,) if dark else (1280, 390)):
                        browser.size(width, 900)
                        browser.open(server.address)
                        browser.open(f"{server.root}/?lang={language}")
                        browser.picture(folder / f"start-{language}-{width}{mark}.png", whole=True)
                        browser.open(f"{server.root}/edit?file=start-up.yaml&lang={language}")
                        browser.wait(SETTLED, "settled figures", 240)
                        browser.click("#pin")
                        browser.run(
                            "const s = document.querySelector('#sliders input[type=range]');"
                            "s.value = Number(s.value) * 1.25;"
                            "s.dispatchEvent(new Event('input', {bubbles: true}));"
                            "s.dispatchEvent(new Event('change', {bubbles: true}));")
                        browser.wait(
                            "const r = document.querySelector('#results');"
                            "return r.getAttribute('aria-busy') === 'false'"
                            " && r.dataset.words !== '[]' && r.dataset.settled === 'true'",
                            "figures of the moved state", 240)
                        browser.picture(folder / f"edit-{language}-{width}{mark}.png", whole=True)
                        for kind in ("verdict", "require", "plan", "headcount"):
                            browser.click(f"#tab-{kind}")
                            browser.click(f"form[data-kind={kind}] [type=submit]")
                            browser.wait(
                                f"return document.querySelector('#shown-{kind}').children.length > 0", kind, 240)
                            browser.picture(folder / f"{kind}-{language}-{width}{mark}.png", whole=True)
            finally:
                browser.close()
    finally:
        server.stop()
        shutil.rmtree(shops)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
