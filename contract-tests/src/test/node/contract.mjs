// Reads topics with Confluent's own deserializer, prints every record as a line of JSON, and writes it with Confluent's own
// serializer to the topic beside it. Bytes are printed as {"hex": "..."}; Kafka and registry are found as the suite finds them.
// usage: node contract.mjs FROM:TO [FROM:TO ...], one record in each FROM
import { AvroDeserializer, AvroSerializer, SchemaRegistryClient, SerdeType } from '@confluentinc/schemaregistry';
import kafkajs from 'kafkajs';

const PATIENCE_MS = 120_000;
const copies = new Map(process.argv.slice(2).map((pair) => pair.split(':')));

const registry = new SchemaRegistryClient({ baseURLs: [process.env.SCHEMA_REGISTRY_URL] });
const deserializer = new AvroDeserializer(registry, SerdeType.VALUE, {});
const serializer = new AvroSerializer(registry, SerdeType.VALUE, { useLatestVersion: true });
const kafka = new kafkajs.Kafka({
  clientId: 'contract',
  brokers: process.env.KAFKA_BOOTSTRAP_SERVERS.split(','),
  logLevel: kafkajs.logLevel.NOTHING,
});
const consumer = kafka.consumer({ groupId: `contract-${process.pid}` });
const producer = kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });

function plain(key, value) {
  // JSON.stringify has turned buffers into {type, data} before it asks.
  return value?.type === 'Buffer' ? { hex: Buffer.from(value.data).toString('hex') } : value;
}

async function copy({ topic, message }) {
  const record = await deserializer.deserialize(topic, message.value);
  console.log(JSON.stringify({ topic, key: message.key?.toString(), value: record }, plain));
  const target = copies.get(topic);
  const { schema, schemaType } = await registry.getLatestSchemaMetadata(`${topic}-value`);
  await registry.register(`${target}-value`, { schema, schemaType: schemaType ?? 'AVRO' });
  const value = await serializer.serialize(target, record);
  await producer.send({ topic: target, acks: -1, messages: [{ key: message.key, value }] });
}

async function run() {
  await Promise.all([consumer.connect(), producer.connect()]);
  await consumer.subscribe({ topics: [...copies.keys()], fromBeginning: true });
  let missing = copies.size;
  await new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`${missing} records did not come`)), PATIENCE_MS).unref();
    const eachMessage = (delivery) =>
      copy(delivery).then(() => --missing === 0 && resolve(), reject);
    consumer.run({ eachMessage }).catch(reject);
  });
  await Promise.all([consumer.disconnect(), producer.disconnect()]);
}

run().then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
