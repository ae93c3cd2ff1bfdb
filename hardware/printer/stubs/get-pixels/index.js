// escpos asks for get-pixels, which drags in an abandoned HTTP client. Pictures never come from
// files or URLs here, so the call is closed instead of installed.
module.exports = (_url, type, callback) => (callback || type)(new Error("get-pixels is disabled"));
