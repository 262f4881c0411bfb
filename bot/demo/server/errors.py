"""Errors in Telegram's own words: the `error_code`, `description` and `parameters` of a refused request."""

from typing import Any

Json = dict[str, Any]

STRICT = "(this local server is strict)"


class ApiError(Exception):
    """A refused request. `code` is the HTTP status and `error_code`; `parameters` as in ResponseParameters."""

    def __init__(self, code: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> Json:
        """The JSON answer as Telegram gives it."""
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def bad_request(words: str, parameters: Json | None = None) -> ApiError:
    """400; `words` follow "Bad Request: "."""
    return ApiError(400, f"Bad Request: {words}", parameters)


def forbidden(words: str) -> ApiError:
    """403; `words` follow "Forbidden: "."""
    return ApiError(403, f"Forbidden: {words}")


def too_many_requests(seconds: int) -> ApiError:
    """429 with `retry_after` in whole seconds."""
    return ApiError(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


class ControlError(Exception):
    """What a person in the page cannot do; the message is a sentence for that person."""
