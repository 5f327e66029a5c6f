//! Product pictures for the page, with the URI scheme `shop-image`: faster than a call, and cached by the web view.

use shop_app::runtime::{DataFolder, Pictures};
use tauri::http::{Request, Response, StatusCode, header};
use tauri::{Builder, Runtime};

/// Registers the scheme. `shop-image://localhost/images/NAME` is the picture of that name, with `?w=480` at that width, as on the
/// server.
pub fn serve<R: Runtime>(builder: Builder<R>, folder: &DataFolder) -> Builder<R> {
    let pictures = Pictures::in_data_folder(folder.path()).drawn_by(shop_demo::draw_picture);
    builder.register_asynchronous_uri_scheme_protocol("shop-image", move |_, request, responder| {
        let pictures = pictures.clone();
        tauri::async_runtime::spawn_blocking(move || responder.respond(picture(&pictures, &request)));
    })
}

fn picture(pictures: &Pictures, request: &Request<Vec<u8>>) -> Response<Vec<u8>> {
    let name = request.uri().path().rsplit('/').next().unwrap_or_default();
    let width = request.uri().query().and_then(|query| query.strip_prefix("w=")?.parse().ok());
    let found = pictures.open(name, width).and_then(|picture| Some((picture.media_type, picture.whole().ok()?)));
    let response = match found {
        Some((media_type, bytes)) => Response::builder()
            .header(header::CONTENT_TYPE, media_type)
            .header(header::CACHE_CONTROL, "max-age=31536000, immutable")
            .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
            .body(bytes),
        None => Response::builder().status(StatusCode::NOT_FOUND).body(Vec::new()),
    };
    response.unwrap_or_default()
}
