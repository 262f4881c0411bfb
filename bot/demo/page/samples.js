// Made on the spot, so that a newcomer can try everything without a microphone or files at hand.

const RATE = 16_000; // samples a second
const VOWELS = [
  // first two formants in hertz: a, e, i, o
  [750, 1300],
  [450, 1900],
  [300, 2200],
  [450, 850],
];

/** A WAV file of about `seconds` seconds that sounds like someone mumbling. */
export function spokenSample(seconds = 3) {
  const samples = new Int16Array(RATE * seconds);
  let phase = 0;
  for (let at = 0; at < samples.length; at += 1) {
    const moment = at / RATE;
    const syllable = Math.floor(moment * 4);
    const within = (moment * 4) % 1;
    const pitch = 130 + 25 * Math.sin(moment * 2.1) - 8 * within;
    phase += pitch / RATE;
    const pause = syllable % 6 === 5 ? 0 : 1;
    samples[at] =
      6500 * pause * Math.sin(Math.PI * within) ** 0.7 * mumble(phase, pitch, VOWELS[(syllable * 7) % 4]);
  }
  return new File([wavHeader(samples.byteLength), samples], "ingesproken.wav", { type: "audio/wav" });
}

/** One sample of a voice: overtones, louder near the formants of the vowel. */
function mumble(phase, pitch, formants) {
  let sum = 0;
  for (let tone = 1; tone <= 18; tone += 1) {
    const near = Math.max(...formants.map((formant) => Math.exp(-(((tone * pitch - formant) / 180) ** 2))));
    sum += ((0.12 + near) / Math.sqrt(tone)) * Math.sin(2 * Math.PI * tone * phase);
  }
  return Math.max(-1, Math.min(1, sum / 2));
}

function wavHeader(bytes) {
  const view = new DataView(new ArrayBuffer(44));
  const text = (at, value) =>
    [...value].forEach((letter, index) => view.setUint8(at + index, letter.charCodeAt(0)));
  text(0, "RIFF");
  view.setUint32(4, 36 + bytes, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true); // PCM
  view.setUint16(22, 1, true); // one channel
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, "data");
  view.setUint32(40, bytes, true);
  return view;
}

const SKIES = [
  ["#f7d9a8", "#e58f5a"],
  ["#bfe3ea", "#5a9fb5"],
  ["#cdd8f2", "#7c86c4"],
];

/** A drawn picture of a street with houses (JPEG); `number` picks one of three. */
export async function photoSample(number = 0) {
  const canvas = new OffscreenCanvas(960, 640);
  const pen = canvas.getContext("2d");
  const [high, low] = SKIES[number % SKIES.length];
  const sky = pen.createLinearGradient(0, 0, 0, 640);
  sky.addColorStop(0, high);
  sky.addColorStop(1, low);
  pen.fillStyle = sky;
  pen.fillRect(0, 0, 960, 640);
  drawStreet(pen, number);
  const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.85 });
  return new File([blob], `straat-${number + 1}.jpg`, { type: "image/jpeg" });
}

function drawStreet(pen, number) {
  const walls = ["#9c4a3c", "#b9765a", "#7d5a50", "#c9a27a", "#8a5d73"];
  for (let house = 0; house < 5; house += 1) {
    const [left, top] = [40 + house * 180, 230 + ((house * 53 + number * 37) % 70)];
    pen.fillStyle = walls[(house + number) % 5];
    pen.fillRect(left, top, 160, 360);
    pen.beginPath();
    pen.moveTo(left - 12, top);
    pen.lineTo(left + 80, top - 90);
    pen.lineTo(left + 172, top);
    pen.fill();
    pen.fillStyle = "#fff3cf";
    for (const [x, y] of [
      [25, 40],
      [95, 40],
      [25, 130],
      [95, 130],
    ])
      pen.fillRect(left + x, top + y, 42, 56);
    pen.fillStyle = "#33424a";
    pen.fillRect(left + 58, top + 230, 44, 130);
  }
  pen.fillStyle = "#56646b";
  pen.fillRect(0, 560, 960, 80);
  pen.fillStyle = "#f4e9d8";
  pen.fillRect(180, 515, 600, 20); // the long table of a street meal
  for (let leg = 200; leg < 780; leg += 95) pen.fillRect(leg, 535, 8, 45);
}

/** A one-page PDF with a line of text. */
export function pdfSample() {
  const stream = "BT /F1 20 Tf 60 760 Td (Plattegrond van onze buurtmaaltijd) Tj ET";
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
    `<</Length ${stream.length}>>\nstream\n${stream}\nendstream`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
  ];
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  const end = `xref\n0 6\n0000000000 65535 f \n${offsets.join("")}trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`;
  return new File([body + end], "plattegrond.pdf", { type: "application/pdf" });
}
