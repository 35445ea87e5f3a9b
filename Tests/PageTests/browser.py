# SPDX-License-Identifier: GPL-3.0-or-later
"""A real browser by the WebDriver protocol, with Python's standard library alone."""

import base64
import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"


class BrowserError(Exception):
    """What the driver refused."""


def free_port():
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return place.getsockname()[1]


class Browser:
    """Chromium without a window; a profile of its own that is removed at the end."""

    def __init__(self, width=1280, height=900, dark=False):
        driver = shutil.which("chromedriver")
        binary = shutil.which("chromium") or shutil.which("google-chrome")
        if not driver or not binary:
            raise SystemExit("chromium and chromium-driver are needed: scripts/install-dependencies page")
        port = free_port()
        self.root = f"http://127.0.0.1:{port}"
        self.downloads = tempfile.mkdtemp(prefix="inquiry-page-")
        self.process = subprocess.Popen(
            [driver, f"--port={port}", "--log-level=SEVERE"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        arguments = [
            "--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            f"--window-size={width},{height}", "--lang=en", "--hide-scrollbars",
            "--disable-background-networking", "--force-color-profile=srgb",
        ]
        if os.geteuid() == 0:
            arguments.append("--no-sandbox")
        if dark:
            arguments.append("--force-dark-mode")
        wanted = {
            "browserName": "chrome",
            "goog:chromeOptions": {
                "binary": binary, "args": arguments,
                "prefs": {"download.default_directory": self.downloads},
            },
            "goog:loggingPrefs": {"browser": "ALL"},
        }
        self.session = None
        for _ in range(100):
            try:
                answer = self._call("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
                break
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.1)
        else:
            raise BrowserError("the driver does not answer")
        self.session = answer["sessionId"]
        if dark:
            self.devtools("Emulation.setEmulatedMedia",
                          {"features": [{"name": "prefers-color-scheme", "value": "dark"}]})

    def _call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(
            self.root + path, data=data, method=method, headers={"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=120) as response:
                return json.load(response)["value"]
        except urllib.error.HTTPError as error:
            value = json.load(error)["value"]
            raise BrowserError(f"{value.get('error')}: {value.get('message', '')[:500]}") from None

    def call(self, method, path, body=None):
        return self._call(method, f"/session/{self.session}{path}", body)

    def open(self, address):
        self.call("POST", "/url", {"url": address})

    @property
    def address(self):
        return self.call("GET", "/url")

    def run(self, script, *arguments):
        return self.call("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def run_async(self, script, *arguments):
        return self.call("POST", "/execute/async", {"script": script, "args": list(arguments)})

    def devtools(self, command, parameters):
        return self.call("POST", "/goog/cdp/execute", {"cmd": command, "params": parameters})

    def find(self, selector):
        return self.call("POST", "/element", {"using": "css selector", "value": selector})[ELEMENT]

    def text(self, selector):
        return self.run("return document.querySelector(arguments[0])?.innerText ?? null", selector)

    def click(self, selector):
        self.run("document.querySelector(arguments[0]).scrollIntoView({block: 'center'})", selector)
        self.call("POST", f"/element/{self.find(selector)}/click", {})

    def type(self, selector, text, clear=True):
        element = self.find(selector)
        if clear:
            self.call("POST", f"/element/{element}/clear", {})
        self.call("POST", f"/element/{element}/value", {"text": text})

    def press(self, *keys):
        """Keys for whatever has the focus; names as in NAMED, several at once as in Shift+Right."""
        actions = []
        for key in keys:
            values = [NAMED.get(each, each) for each in key.split("+")]
            actions += [{"type": "keyDown", "value": value} for value in values]
            actions += [{"type": "keyUp", "value": value} for value in reversed(values)]
        self.call("POST", "/actions", {"actions": [{"type": "key", "id": "keys", "actions": actions}]})

    def drag(self, selector, right, down):
        """Takes an element at its middle and moves it by pixels."""
        self.run("document.querySelector(arguments[0]).scrollIntoView({block: 'center'})", selector)
        x, y = self.run(
            "const b = document.querySelector(arguments[0]).getBoundingClientRect();"
            "return [Math.round(b.left + b.width / 2), Math.round(b.top + b.height / 2)]", selector)
        places = [(x, y), (x + right // 2, y + down // 2), (x + right, y + down)]
        moves = [{"type": "pointerMove", "duration": 20, "x": each[0], "y": each[1]} for each in places]
        actions = [moves[0], {"type": "pointerDown", "button": 0}, *moves[1:], {"type": "pointerUp", "button": 0}]
        self.call("POST", "/actions", {"actions": [{
            "type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": actions}]})

    def choose(self, selector, name, text):
        """Puts a file into a field."""
        self.run(
            "const data = new DataTransfer(); data.items.add(new File([arguments[1]], arguments[2]));"
            "document.querySelector(arguments[0]).files = data.files", selector, text, name)

    def reload(self):
        self.call("POST", "/refresh", {})

    def wait(self, condition, what, seconds=60):
        """Waits until a script gives something true, and returns it."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                value = self.run(condition)
            except BrowserError:
                value = None
            if value:
                return value
            time.sleep(0.05)
        raise AssertionError(f"waited {seconds} s for {what}; the page says {self.text('#status')!r}")

    def size(self, width, height):
        self.devtools("Emulation.setDeviceMetricsOverride",
                      {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600})

    def picture(self, path, whole=False):
        parameters = {"format": "png"}
        if whole:
            size = self.devtools("Page.getLayoutMetrics", {})["cssContentSize"]
            parameters["captureBeyondViewport"] = True
            parameters["clip"] = {
                "x": 0, "y": 0, "width": size["width"], "height": min(size["height"], 6000), "scale": 1}
        data = self.devtools("Page.captureScreenshot", parameters)["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))

    def complaints(self):
        """What the browser's console holds against the page."""
        logs = self.call("POST", "/se/log", {"type": "browser"})
        return [each["message"] for each in logs if each["level"] in ("SEVERE", "WARNING")]

    def close(self):
        try:
            if self.session:
                self.call("DELETE", "")
        except (BrowserError, urllib.error.URLError, ConnectionError):
            pass
        self.process.terminate()
        self.process.wait(10)
        shutil.rmtree(self.downloads, ignore_errors=True)


NAMED = {
    "Tab": "\ue004", "Enter": "\ue007", "Space": " ", "Left": "\ue012", "Up": "\ue013", "Right": "\ue014",
    "Down": "\ue015", "PageUp": "\ue00e", "PageDown": "\ue00f", "Home": "\ue011", "End": "\ue010",
    "Delete": "\ue017", "Shift": "\ue008", "Control": "\ue009",
}


class Server:
    """`inquiry serve` on a free port."""

    def __init__(self, program, path, *arguments, cwd=None):
        self.process = subprocess.Popen(
            [program, "serve", path, "--port", "0", "--no-browser", *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=cwd)
        self.address = self.process.stdout.readline().strip()
        if not self.address.startswith("http://127.0.0.1:"):
            raise AssertionError(f"no address: {self.address!r} {self.process.stderr.read()}")

    @property
    def root(self):
        return self.address.split("/?")[0]

    def stop(self, signal=None):
        if self.process.poll() is None:
            if signal is None:
                self.process.terminate()
            else:
                self.process.send_signal(signal)
        status = self.process.wait(20)
        self.process.stdout.close()
        self.process.stderr.close()
        return status
