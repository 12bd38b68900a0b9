#include "present/status.h"

namespace pressmark {

Status status_of(ErrorCode code) noexcept {
  switch (code) {
    case ErrorCode::usage:
      return {"usage", 2, 400};
    case ErrorCode::source_missing:
      return {"source-missing", 2, 404};
    case ErrorCode::bad_source:
      return {"bad-source", 2, 422};
    case ErrorCode::bad_configuration:
      return {"bad-configuration", 78, 500};
    case ErrorCode::store_missing:
      return {"store-missing", 2, 503};
    case ErrorCode::store_locked:
      return {"store-locked", 75, 503};
    case ErrorCode::store_unwritable:
      return {"store-unwritable", 2, 500};
    case ErrorCode::store_damaged:
      return {"store-damaged", 2, 500};
    case ErrorCode::store_newer:
      return {"store-newer", 2, 500};
    case ErrorCode::disk_full:
      return {"disk-full", 2, 507};
    case ErrorCode::gate_failed:
      return {"gate-failed", 1, 409};
    case ErrorCode::interrupted:
      return {"interrupted", 2, 503};
    case ErrorCode::internal:
      break;
  }
  return {"internal", 2, 500};
}

FaultStatus status_of(RequestFault fault) noexcept {
  switch (fault) {
    case RequestFault::bad_parameter:
      return {"bad-parameter", 400};
    case RequestFault::not_found:
      return {"not-found", 404};
    case RequestFault::method_not_allowed:
      return {"method-not-allowed", 405};
    case RequestFault::content_too_large:
      return {"content-too-large", 413};
    case RequestFault::uri_too_long:
      return {"uri-too-long", 414};
    case RequestFault::headers_too_large:
      return {"headers-too-large", 431};
    case RequestFault::too_many_requests:
      return {"too-many-requests", 429};
    case RequestFault::overloaded:
      return {"overloaded", 503};
    case RequestFault::malformed_request:
      break;
  }
  return {"malformed-request", 400};
}

std::string_view http_title(int status) noexcept {
  switch (status) {
    case 400:
      return "Bad Request";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 409:
      return "Conflict";
    case 413:
      return "Content Too Large";
    case 414:
      return "URI Too Long";
    case 422:
      return "Unprocessable Content";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 503:
      return "Service Unavailable";
    case 507:
      return "Insufficient Storage";
    default:
      return "Error";
  }
}

}  // namespace pressmark
