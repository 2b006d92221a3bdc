"""Stands in for Debian's module of this name inside Orca, and writes down what a synthesizer would be given.

Orca's own code runs unchanged up to the client that speaks to speech-dispatcher. Each line of the file $SPEECH_LOG is a JSON
object: {"say": text} or {"ready": true}.
"""
import json
import os
import re
import threading

LOG = open(os.environ["SPEECH_LOG"], "a", buffering=1, encoding="utf-8")
LOCK = threading.Lock()


def write(**line):
    with LOCK:
        LOG.write(json.dumps(line, ensure_ascii=False) + "\n")


class CallbackType:
    BEGIN, END, CANCEL, INDEX_MARK, PAUSE, RESUME = "begin", "end", "cancel", "index_mark", "pause", "resume"


class PunctuationMode:
    ALL, MOST, SOME, NONE = "all", "most", "some", "none"


class Priority:
    IMPORTANT, MESSAGE, TEXT, NOTIFICATION, PROGRESS = "important", "message", "text", "notification", "progress"


class DataMode:
    TEXT, SSML = "text", "ssml"


class SSIPError(Exception):
    pass


class SSIPCommunicationError(SSIPError):
    pass


class SSIPCommandError(SSIPError):
    pass


class SSIPClient:
    def __init__(self, name, component="default", **_):
        self.settings = {}
        write(ready=True)

    def __getattr__(self, name):
        if name.startswith("set_"):
            return lambda value, *_: self.settings.__setitem__(name[4:], value)
        if name.startswith("get_"):
            return lambda *_: self.settings.get(name[4:])
        raise AttributeError(name)

    def list_output_modules(self):
        return ("log",)

    def list_synthesis_voices(self):
        return (("English", "en", None), ("Arabic", "ar", None))

    def speak(self, text, callback=None, event_types=None):
        text = re.sub(r"<[^>]*>", "", text).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        write(say=text)
        # Reading a whole page goes on once a piece has been spoken.
        if callback:
            threading.Timer(0.01, callback, (CallbackType.END,)).start()

    def char(self, character):
        write(say=character)

    def key(self, key):
        write(say=key)

    def cancel(self, *_):
        pass

    def close(self):
        pass
